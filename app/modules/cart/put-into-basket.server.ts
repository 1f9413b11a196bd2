import { redirect } from '@remix-run/node'
import { paths } from '~/paths'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { type AddToCartInput, addToCart } from './add-to-cart.server'
import { buyAlone } from './buy-alone.server'
import { keepCartToken, readCartTokens } from './cart-cookie.server'
import type { AddInput } from './schema'

/** Into the basket of a request and back to the piece, or, bought by itself, on to its own checkout. */
export async function putIntoBasket(request: Request, { intent, seen, ...piece }: AddInput) {
  const wanted = {
    tokens: await readCartTokens(request),
    seenFen: seen.get(piece.variantId) ?? null,
    ...piece,
  }
  const { token, path } = await (intent === 'buy' ? buy : add)(wanted)
  return redirect(localPath(requestLocale(request), path), {
    status: 303,
    headers: { 'Set-Cookie': await keepCartToken(token) },
  })
}

async function add(wanted: AddToCartInput) {
  const { token, slug } = await addToCart(wanted)
  return { token, path: `${paths.product({ slug })}?done=added` }
}

async function buy(wanted: AddToCartInput) {
  const { token, key } = await buyAlone(wanted)
  return { token, path: paths.checkout({ buy: key }) }
}

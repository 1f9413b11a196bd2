import { redirect } from '@remix-run/node'
import { paths } from '~/paths'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { addToCart } from './add-to-cart.server'
import { keepCartToken, readCartTokens } from './cart-cookie.server'
import type { AddInput } from './schema'

/** Into the basket of a request, then on to the checkout or back to the piece. */
export async function putIntoBasket(request: Request, { intent, seen, ...piece }: AddInput) {
  const { token, slug } = await addToCart({
    tokens: await readCartTokens(request),
    seenFen: seen.get(piece.variantId) ?? null,
    ...piece,
  })
  const path = intent === 'buy' ? paths.checkout() : `${paths.product({ slug })}?done=added`
  return redirect(localPath(requestLocale(request), path), {
    status: 303,
    headers: { 'Set-Cookie': await keepCartToken(token) },
  })
}

import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DestinationLine } from '~/modules/abroad/components/destination-line'
import { readDestination } from '~/modules/abroad/destination-choice.server'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { countParcels, numberParcels } from '~/modules/bases/number-parcels'
import { bringsCode } from '~/modules/cart/brings-code.server'
import { BasketForm } from '~/modules/cart/components/basket-form'
import { CartParcel } from '~/modules/cart/components/cart-parcel'
import { CartSum } from '~/modules/cart/components/cart-sum'
import { findCartIds } from '~/modules/cart/find-cart-ids.server'
import { getCart } from '~/modules/cart/get-cart.server'
import { joinCarts } from '~/modules/cart/join-carts.server'
import { leadToPiece } from '~/modules/cart/lead-to-piece.server'
import { mendCart } from '~/modules/cart/mend-cart.server'
import { faultsBeside, isCounted, typedNumbers } from '~/modules/cart/numbers-typed'
import { BasketMendForm, CartForm, type Typed } from '~/modules/cart/schema'
import { setCartQuantities } from '~/modules/cart/set-cart-quantities.server'
import { setPromoCode } from '~/modules/cart/set-promo-code.server'
import { spareMended } from '~/modules/cart/spare-mended'
import { findUnpaidOrder } from '~/modules/orders/find-unpaid-order.server'
import { PageProblem } from '~/modules/search/components/page-problem'
import { paths } from '~/paths'
import { notFound } from '~/platform/errors'
import { handleFormData, readForm } from '~/platform/form.server'
import { asIs } from '~/platform/http/as-is'
import { localeOf, localPath, requestLocale } from '~/platform/i18n/locale'
import { type MessageKey, translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { EmptyState } from '~/ui/empty-state'
import { ErrorBanner } from '~/ui/error-banner'

const doneTexts: Readonly<Record<string, MessageKey>> = {
  set: 'shop.doneSet',
  removed: 'shop.doneRemoved',
  code: 'promotion.applied',
  codeOff: 'promotion.removed',
}

export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const country = readDestination(request)
  const cartIds = await findCartIds(request)
  const cart = await getCart({ cartIds, country, locale: requestLocale(request) })
  const unpaid = await findUnpaidOrder(request)
  const done = new URL(request.url).searchParams.get('done')
  return asIs({ cart, unpaid, done })
}

export async function action({ request }: ActionFunctionArgs) {
  allowAnyone(request)
  const sent = await readForm(request)
  const toPiece = await leadToPiece(request, sent)
  if (toPiece) return toPiece
  const locale = requestLocale(request)
  const goTo = (path: string) => redirect(localPath(locale, path), 303)
  const own = async () => {
    const cart = await joinCarts(request)
    if (!cart) throw notFound()
    return cart
  }
  const take = async ({ lines, promoCode }: Typed, isAsked: boolean) => {
    const { cartId } = await own()
    const isSet = await setCartQuantities(cartId, lines)
    const isCode = promoCode !== undefined && (isAsked || (await bringsCode(cartId, sent)))
    if (isCode) await setPromoCode({ cartId, promoCode, locale })
    return { cartId, isSet, isCode }
  }
  if (sent.has('mend')) {
    spareMended(sent)
    return handleFormData(request, sent, BasketMendForm, async ({ mend, ...typed }) => {
      const { cartId } = await take(typed, false)
      await mendCart(cartId, { mend })
      return goTo(`${paths.cart()}?done=${mend.intent === 'set' ? 'set' : 'removed'}`)
    })
  }
  return handleFormData(request, sent, CartForm, async ({ intent, ...typed }) => {
    const { promoCode } = typed
    const { isSet, isCode } = await take(typed, intent === 'code')
    if (intent === 'checkout') return goTo(paths.checkout())
    if (isCode) return goTo(`${paths.cart()}?done=${promoCode === '' ? 'codeOff' : 'code'}`)
    return goTo(isSet ? `${paths.cart()}?done=set` : paths.cart())
  })
}

export const meta: MetaFunction = ({ location }) => {
  const t = translator(localeOf(location.pathname))
  return [{ title: `${t('shop.cartTitle')} · ${t('common.brand')}` }, { name: 'robots', content: 'noindex' }]
}

export default function Cart() {
  const { cart, unpaid, done } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const failure = answered && 'errors' in answered ? answered : null
  const { t, href } = useTranslator()
  const numbers = typedNumbers(failure)
  const counted = cart.parcels.flatMap(({ lines }) => lines.filter(isCounted))
  const faults = failure ? faultsBeside(failure, { counted, numbers }) : []
  const doneText = failure ? undefined : doneTexts[done ?? '']
  return (
    <div className="wrap wrap-form till">
      <h1>{t('shop.cartTitle')}</h1>
      {faults.length > 0 ? (
        <ErrorBanner title={t('errors.checkFields', { count: faults.length })} faults={faults} rest="" />
      ) : failure ? (
        <Banner tone="wrong" role="alert">
          <p>{failure.formError ?? Object.values(failure.errors)[0]}</p>
        </Banner>
      ) : null}
      {doneText ? (
        <Banner tone="done" role="status">
          <p>{t(doneText)}</p>
        </Banner>
      ) : null}
      {cart.parcels.length === 0 ? (
        <EmptyState
          title={t('shop.cartEmptyTitle')}
          text={t(unpaid ? 'shop.cartUnpaidText' : 'shop.cartEmptyText')}
          action={
            unpaid
              ? { text: t('shop.cartUnpaidAction'), href: href(paths.orderPay({ number: unpaid })) }
              : { text: t('shop.cartEmptyAction'), href: href(paths.search()) }
          }
        />
      ) : (
        <div className="till-grid">
          <div>
            <BasketForm />
            {unpaid ? (
              <Banner tone="wait">
                <p>
                  {t('shop.cartUnpaidText')}
                  {t('common.gap')}
                  <a className="link" href={href(paths.orderPay({ number: unpaid }))}>
                    {t('shop.cartUnpaidAction')}
                  </a>
                </p>
              </Banner>
            ) : null}
            <p className="quiet">
              {t('shop.cartShops', { shops: cart.parcels.length, parcels: countParcels(cart.parcels) })}
            </p>
            <DestinationLine destination={cart.destination} back={paths.cart()} />
            {numberParcels(cart.parcels).map(({ part: parcel, number }) => (
              <CartParcel
                key={parcel.sellerId}
                parcel={parcel}
                number={number}
                counted={counted}
                numbers={numbers}
              />
            ))}
          </div>
          <CartSum
            cart={cart}
            code={
              failure && { typed: failure.values.promoCode ?? '', fault: failure.errors.promoCode ?? null }
            }
          />
        </div>
      )}
    </div>
  )
}

export function ErrorBoundary() {
  return <PageProblem />
}

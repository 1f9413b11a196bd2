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
import { CartParcel } from '~/modules/cart/components/cart-parcel'
import { CartSum } from '~/modules/cart/components/cart-sum'
import { findCartIds } from '~/modules/cart/find-cart-ids.server'
import { getCart } from '~/modules/cart/get-cart.server'
import { joinCarts } from '~/modules/cart/join-carts.server'
import { leadToPiece } from '~/modules/cart/lead-to-piece.server'
import { removeFromCart } from '~/modules/cart/remove-from-cart.server'
import { CartForm } from '~/modules/cart/schema'
import { setCartQuantity } from '~/modules/cart/set-cart-quantity.server'
import { setPromoCode } from '~/modules/cart/set-promo-code.server'
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
  return handleFormData(request, sent, CartForm, async (form) => {
    const { intent } = form
    const cart = await joinCarts(request)
    if (!cart) throw notFound()
    const locale = requestLocale(request)
    const back = (done: string) => redirect(`${localPath(locale, paths.cart())}?done=${done}`, 303)
    if (intent === 'code') {
      await setPromoCode({ ...cart, ...form, locale })
      return back(form.promoCode === '' ? 'codeOff' : 'code')
    }
    if (intent === 'set') await setCartQuantity({ ...cart, ...form })
    else await removeFromCart({ ...cart, ...form })
    return back(intent === 'set' ? 'set' : 'removed')
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
  const text = failure
    ? (failure.errors.quantity ?? failure.formError ?? Object.values(failure.errors)[0] ?? null)
    : null
  const isBeside =
    failure?.intent === 'code'
      ? cart.parcels.length > 0
      : failure?.intent === 'set' &&
        cart.parcels.some((parcel) =>
          parcel.lines.some((line) => line.variantId === failure.values.variantId),
        )
  const doneText = failure ? undefined : doneTexts[done ?? '']
  return (
    <div className="wrap wrap-form till">
      <h1>{t('shop.cartTitle')}</h1>
      {text && !isBeside ? (
        <Banner tone="wrong" role="alert">
          <p>{text}</p>
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
                fault={
                  failure?.intent === 'set' && text
                    ? {
                        variantId: failure.values.variantId ?? '',
                        answersKey: failure.values.answersKey ?? '',
                        text,
                        typed: failure.values.quantity ?? '',
                      }
                    : null
                }
              />
            ))}
          </div>
          <CartSum
            cart={cart}
            codeFault={
              failure?.intent === 'code'
                ? {
                    typed: failure.values.promoCode ?? '',
                    text: failure.errors.promoCode ?? failure.formError ?? '',
                  }
                : null
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

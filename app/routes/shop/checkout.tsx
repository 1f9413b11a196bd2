import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readDestination } from '~/modules/abroad/destination-choice.server'
import { DestinationSearch } from '~/modules/abroad/schema'
import { toBeyond } from '~/modules/addresses/fill-from-paste.server'
import { FilledSearch } from '~/modules/addresses/schema'
import { deviceHashOf } from '~/modules/auth/device-mark.server'
import { findActor } from '~/modules/auth/find-actor.server'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { countParcels } from '~/modules/bases/number-parcels'
import { bringsCode } from '~/modules/cart/brings-code.server'
import { findBuyCartIds, readBuyKey } from '~/modules/cart/buy-alone.server'
import { PricesWere } from '~/modules/cart/components/price-was'
import { findCartCount } from '~/modules/cart/find-cart-count.server'
import { findCartIds } from '~/modules/cart/find-cart-ids.server'
import { getCart } from '~/modules/cart/get-cart.server'
import { joinCarts } from '~/modules/cart/join-carts.server'
import { keepServices } from '~/modules/cart/keep-services.server'
import { mendCart } from '~/modules/cart/mend-cart.server'
import { MendForm } from '~/modules/cart/schema'
import { answerCheckout, answerCode } from '~/modules/checkout/answer-checkout.server'
import { dropDraft, keepDraft, readDraft } from '~/modules/checkout/checkout-draft.server'
import { fillCheckout } from '~/modules/checkout/fill-checkout.server'
import { findOwnAddresses } from '~/modules/checkout/find-own-addresses.server'
import { findTill } from '~/modules/checkout/find-till.server'
import { mendedQuery, readTotalBefore } from '~/modules/checkout/mended-query'
import { ComingLines } from '~/modules/documents/components/coming-documents'
import { findComingDocuments } from '~/modules/documents/find-coming-documents.server'
import { changedSince, ratesOf } from '~/modules/orders/changed-since'
import { CheckoutFields } from '~/modules/orders/components/checkout-fields'
import { CheckoutProblems } from '~/modules/orders/components/checkout-problems'
import { CheckoutSum } from '~/modules/orders/components/checkout-sum'
import { KeepCheckout } from '~/modules/orders/components/keep-checkout'
import { findUnpaidOrder } from '~/modules/orders/find-unpaid-order.server'
import { provincesIn } from '~/modules/regions/match-county.server'
import { ContactLine } from '~/modules/settings/components/contact-line'
import { findContact } from '~/modules/settings/find-contact.server'
import { paths } from '~/paths'
import { answer, handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { asIs } from '~/platform/http/as-is'
import { formatMoney } from '~/platform/i18n/format'
import { localeOf, localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { EmptyState } from '~/ui/empty-state'
import { type Step, Stepper } from '~/ui/stepper'

export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const locale = requestLocale(request)
  const country = readDestination(request)
  const buyKey = readBuyKey(request)
  const cartIds = await (buyKey ? findBuyCartIds(request, buyKey) : findCartIds(request))
  const cart = await getCart({ cartIds, country, locale })
  const unpaid = cart.pieceCount === 0 ? await findUnpaidOrder(request) : null
  const isMended = new URL(request.url).searchParams.has('mended')
  const { filled } = parseSearch(request, FilledSearch)
  const actor = await findActor(request)
  const kept = await readDraft(request, { withTicks: isMended || filled !== null, actor })
  const toCountry = cart.destination?.code ?? 'CN'
  const [till, coming, own, keptCount, contact] = await Promise.all([
    findTill({ locale, country: toCountry }),
    findComingDocuments(),
    findOwnAddresses(actor, { kept, country: toCountry }),
    buyKey ? findCartCount(request) : 0,
    findContact(),
  ])
  return asIs({
    cart,
    unpaid,
    ...own,
    buyKey,
    keptCount,
    isMended,
    totalBefore: readTotalBefore(request),
    filled,
    provinces: provincesIn(locale),
    ...till,
    coming,
    contact,
    token: crypto.randomUUID(),
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  allowAnyone(request)
  const locale = requestLocale(request)
  const buyKey = readBuyKey(request)
  const [actor, cart] = await Promise.all([
    findActor(request),
    buyKey ? findBuyCart(request, buyKey) : joinCarts(request),
  ])
  if (!cart) return redirect(localPath(locale, paths.cart()), 303)
  const sent = await readForm(request)
  const here = paths.checkout(buyKey ? { buy: buyKey } : {})
  const again = (more: string) => `${localPath(locale, here)}${here.includes('?') ? '&' : '?'}${more}`
  const mended = again(mendedQuery(sent))
  const isOtherWay = await keepServices(cart.cartId, sent)
  if (sent.has('fill')) {
    const { form, filled } = await answer(request, () => fillCheckout({ actor, sent }))
    return redirect(again(`${new URLSearchParams({ filled })}`), {
      status: 303,
      headers: withCookies(await keepDraft(form, actor)),
    })
  }
  if (sent.has('otherCountry')) {
    const { country } = DestinationSearch.parse({ country: sent.get('otherCountry') })
    return redirect(localPath(locale, paths.destination({ back: here, country })), {
      status: 303,
      headers: withCookies(await keepDraft(country ? toBeyond(sent) : sent, actor)),
    })
  }
  const isMend = sent.has('mend')
  const isCode = !isMend && (await bringsCode(cart.cartId, sent))
  const said = isCode
    ? await answerCode(request, sent, { actor, cartId: cart.cartId }, mended)
    : isMend
      ? await handleFormData(request, sent, MendForm, async (form) => {
          await mendCart(cart.cartId, form)
          return redirect(mended, 303)
        })
      : isOtherWay
        ? redirect(mended, 303)
        : await answerCheckout(request, sent, {
            actor,
            cartId: cart.cartId,
            clientAddress: context.clientAddress,
            deviceHash: await deviceHashOf(request),
          })
  const draft =
    isCode || isMend || isOtherWay || said.status >= 400 ? await keepDraft(sent, actor) : await dropDraft()
  for (const cookie of draft) said.headers.append('Set-Cookie', cookie)
  return said
}

async function findBuyCart(request: Request, key: string): Promise<{ cartId: string } | null> {
  const [cartId] = await findBuyCartIds(request, key)
  return cartId === undefined ? null : { cartId }
}

function withCookies(cookies: readonly string[]): [string, string][] {
  return cookies.map((cookie) => ['Set-Cookie', cookie])
}

export const meta: MetaFunction = ({ location }) => {
  const t = translator(localeOf(location.pathname))
  return [
    { title: `${t('order.checkoutTitle')} · ${t('common.brand')}` },
    { name: 'robots', content: 'noindex' },
  ]
}

export default function Checkout() {
  const {
    cart,
    buyKey,
    keptCount,
    kept,
    book,
    isSignedIn,
    filled,
    isMended,
    totalBefore,
    provinces: places,
    abroadText,
    documents,
    coming,
    contact,
    transfer,
    token,
    unpaid,
  } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { t, locale, href } = useTranslator()
  const failure = answered && 'errors' in answered ? answered : null
  if (cart.pieceCount === 0) {
    return (
      <div className="wrap wrap-form pt-9">
        <EmptyState
          headingLevel={1}
          title={failure?.formError ?? t(buyKey ? 'order.aloneGone' : 'order.emptyTitle')}
          {...(unpaid ? { text: t('shop.cartUnpaidText') } : {})}
          action={
            unpaid
              ? { text: t('shop.cartUnpaidAction'), href: href(paths.orderPay({ number: unpaid })) }
              : keptCount > 0
                ? { text: t('order.backToCart'), href: href(paths.cart()) }
                : { text: t('order.emptyAction'), href: href(paths.search()) }
          }
        />
      </div>
    )
  }
  const amount = formatMoney(locale, cart.totalFen)
  const [firstPiece] = cart.parcels.flatMap(({ lines }) => lines)
  const stepBefore: Step = {
    label: t(buyKey ? 'order.stepPiece' : 'order.stepCart', { count: cart.pieceCount }),
    state: 'done',
    href: href(buyKey && firstPiece ? paths.product({ slug: firstPiece.slug }) : paths.cart()),
  }
  return (
    <div className="wrap wrap-form till">
      <Stepper
        label={t('order.stepsLabel')}
        doneText={t('order.stepDone')}
        steps={[
          stepBefore,
          { label: t('order.stepAddress'), state: 'now' },
          { label: t('order.stepPay'), state: 'next' },
        ]}
      />
      <div className="till-grid">
        <form
          method="post"
          action={href(paths.checkout(buyKey ? { buy: buyKey } : {}))}
          className="till-form"
          noValidate
        >
          <KeepCheckout />
          {/* what Enter in a field presses: never a button that changes the basket */}
          <button type="submit" hidden />
          {cart.itemsFen > 0 ? (
            <a className="sum-line" href="#sum" id="sum-line" data-counted>
              <span>{t('order.sumLine', { parcels: countParcels(cart.parcels), amount })}</span>
              <span className="link small nowrap">{t('order.sumDetail')}</span>
            </a>
          ) : null}
          <h1>{t('order.checkoutTitle')}</h1>
          {keptCount > 0 ? (
            <p className="small quiet mb-4">
              {t('order.alone', { count: keptCount }) + t('common.gap')}
              <a className="link" href={href(paths.cart())}>
                {t('order.backToCart')}
              </a>
            </p>
          ) : null}
          <ComingLines coming={coming} className="quiet mb-4" />
          {isMended && !failure && cart.canCheckOut ? (
            <Banner tone="done" role="status">
              <p>
                {totalBefore === null || totalBefore === cart.totalFen
                  ? null
                  : t('order.wasTotal', { before: formatMoney(locale, totalBefore), now: amount }) +
                    t('common.gap')}
                {t('order.mended')}
              </p>
            </Banner>
          ) : null}
          <CheckoutProblems cart={cart} />
          {failure ? null : <PricesWere cart={cart} />}
          <input type="hidden" name="token" value={failure?.values.token ?? token} />
          <input type="hidden" name="seenTotalFen" value={cart.totalFen} />
          {cart.destination ? <input type="hidden" name="seenRates" value={ratesOf(cart)} /> : null}
          <input type="hidden" name="seenDocuments" value={documents} />
          <input type="hidden" name="country" value={cart.destination?.code ?? 'CN'} />
          <CheckoutFields
            failure={failure}
            kept={kept}
            changed={failure ? changedSince(failure.values, cart, { t, locale }) : []}
            promotion={cart.promotion}
            parcels={cart.parcels}
            destination={cart.destination}
            provinces={places}
            isSignedIn={isSignedIn}
            book={book}
            filled={filled}
            hasMadeToOrder={cart.hasMadeToOrder}
            abroadText={abroadText}
            transferDays={transfer?.holdDays ?? null}
            amount={cart.canCheckOut ? amount : null}
          />
          <ContactLine contact={contact} className="small mt-4" />
        </form>
        <CheckoutSum cart={cart} />
      </div>
    </div>
  )
}

import { json, redirect } from '@remix-run/node'
import { readDestination } from '~/modules/abroad/destination-choice.server'
import { findAbroadTerms } from '~/modules/abroad/find-abroad-terms.server'
import type { Actor } from '~/modules/auth/actor'
import { setPromoCode } from '~/modules/cart/set-promo-code.server'
import { abroadCheckoutForm, CheckoutForm, PayWay } from '~/modules/orders/schema'
import { PromoCodeForm } from '~/modules/promotions/promo-code'
import { Refusal } from '~/platform/errors'
import { fieldFailure, handleFormData } from '~/platform/form.server'
import { returnOrigin } from '~/platform/http/public-origin.server'
import { requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { checkOut } from './check-out.server'
import { findCheckoutFaults } from './checkout-faults.server'

/** Made once: what a form is parsed by is built at its first parsing, and takes longer than that. */
const InlandForm = CheckoutForm.extend(PayWay.shape)

type Buyer = {
  actor: Actor | null
  cartId: string
  clientAddress: string | null
  deviceHash: Uint8Array<ArrayBuffer> | null
}

/** The checkout form as it was sent, for the country that she chose. Refuses one that was made for another country: another tab chose since. One with faults comes back with all of them. */
export async function answerCheckout(request: Request, sent: FormData, buyer: Buyer) {
  const said = await order(request, sent, buyer)
  if (said.status !== 422) return said
  const faults = await faultsOf(request, sent, buyer)
  return Object.keys(faults).length > 0 ? refused(request, sent, faults) : said
}

/**
 * The promotion code in the checkout form: the new total is shown before anything is placed. The code's own button asks about nothing else; the button that orders gets every other fault of
 * the form with it. `mended` is where the new total is shown.
 */
export async function answerCode(
  request: Request,
  sent: FormData,
  buyer: Pick<Buyer, 'actor' | 'cartId'>,
  mended: string,
) {
  const locale = requestLocale(request)
  const faults = sent.has('applyCode') ? {} : await faultsOf(request, sent, buyer)
  const take = async ({ promoCode }: { promoCode: string }) => {
    await setPromoCode({ cartId: buyer.cartId, promoCode, locale })
    return Object.keys(faults).length > 0 ? refused(request, sent, faults) : redirect(mended, 303)
  }
  return handleFormData(request, sent, PromoCodeForm, take, faults)
}

function refused(request: Request, sent: FormData, faults: Record<string, string>) {
  return json(fieldFailure(translator(requestLocale(request)), sent, faults), 422)
}

async function faultsOf(
  request: Request,
  sent: FormData,
  { actor, cartId }: Pick<Buyer, 'actor' | 'cartId'>,
) {
  const terms = await findAbroadTerms(readDestination(request))
  const country = terms?.country ?? null
  return findCheckoutFaults({ actor, sent, country, cartId, locale: requestLocale(request) })
}

async function order(request: Request, sent: FormData, buyer: Buyer) {
  const locale = requestLocale(request)
  const common = { ...buyer, locale, origin: returnOrigin(request) }
  const terms = await findAbroadTerms(readDestination(request))
  const country = terms?.country ?? null
  const requireSame = () => {
    if ((sent.get('country') ?? 'CN') !== (country?.code ?? 'CN')) throw new Refusal('abroad.changed', 409)
  }
  const go = ({ location, cookie }: { location: string; cookie: string }) =>
    redirect(location, { status: 303, headers: { 'Set-Cookie': cookie } })
  if (country) {
    const schema = abroadCheckoutForm(country, locale).extend(PayWay.shape)
    return handleFormData(request, sent, schema, async ({ way, ...form }) => {
      requireSame()
      return go(await checkOut({ ...common, country, form, byTransfer: way === 'transfer' }))
    })
  }
  return handleFormData(request, sent, InlandForm, async ({ way, ...form }) => {
    requireSame()
    return go(await checkOut({ ...common, country: null, form, byTransfer: way === 'transfer' }))
  })
}

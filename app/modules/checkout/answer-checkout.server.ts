import { redirect } from '@remix-run/node'
import { readDestination } from '~/modules/abroad/destination-choice.server'
import { findAbroadTerms } from '~/modules/abroad/find-abroad-terms.server'
import type { Actor } from '~/modules/auth/actor'
import { abroadCheckoutForm, CheckoutForm, PayWay } from '~/modules/orders/schema'
import { Refusal } from '~/platform/errors'
import { handleFormData } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { checkOut } from './check-out.server'

type Buyer = {
  actor: Actor | null
  cartId: string
  clientAddress: string | null
  deviceHash: Uint8Array<ArrayBuffer> | null
}

/** The checkout form as it was sent, for the country that she chose. Refuses one that was made for another country: another tab chose since. */
export async function answerCheckout(request: Request, sent: FormData, buyer: Buyer) {
  const locale = requestLocale(request)
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
      return go(await checkOut({ ...buyer, locale, country, form, byTransfer: way === 'transfer' }))
    })
  }
  return handleFormData(request, sent, CheckoutForm.extend(PayWay.shape), async ({ way, ...form }) => {
    requireSame()
    return go(await checkOut({ ...buyer, locale, country: null, form, byTransfer: way === 'transfer' }))
  })
}

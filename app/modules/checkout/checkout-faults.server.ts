import type { z } from 'zod'
import type { AbroadCountry } from '~/modules/abroad/send-abroad'
import type { Actor } from '~/modules/auth/actor'
import { getCart } from '~/modules/cart/get-cart.server'
import { InvoiceForm } from '~/modules/invoices/invoice-form'
import { ownPhone } from '~/modules/orders/own-phone'
import { abroadCheckoutForm, CheckoutForm } from '~/modules/orders/schema'
import { requireAbroadTick } from '~/modules/payments/require-abroad-tick.server'
import { requirePlace } from '~/modules/regions/require-place.server'
import { Refusal } from '~/platform/errors'
import { parseForm } from '~/platform/form.server'
import type { Locale } from '~/platform/i18n/locale'
import { type Translate, translator } from '~/platform/i18n/translate'

type CheckoutFaultsInput = {
  actor: Actor | null
  sent: FormData
  /** null: inside the mainland */
  country: AbroadCountry | null
  cartId: string
  locale: Locale
}

/**
 * Every fault of a checkout form that shows before anything is placed, in words beside its field, so that she mends them in one go: what its schema says, and what would
 * be refused one after the other. {} when there is none.
 */
export async function findCheckoutFaults(input: CheckoutFaultsInput): Promise<Record<string, string>> {
  const { sent, country, locale } = input
  const t = translator(locale)
  const schema = country ? abroadCheckoutForm(country, locale) : CheckoutForm
  const faults = { ...faultsOf(t, sent, schema), ...(country ? {} : faultsOf(t, sent, InvoiceForm)) }
  for (const look of [...(country ? [] : [lookAtPlace, lookAtPresent]), lookAtGoods, lookAtTick])
    Object.assign(faults, await refusedBy(t, () => look(t, input)))
  return faults
}

const PlaceForm = CheckoutForm.pick({ province: true, county: true })
const PresentForm = CheckoutForm.pick({ hidePrices: true, giftNote: true, buyerPhone: true })
const MadeForm = CheckoutForm.pick({ agreeMadeToOrder: true })
const TickForm = CheckoutForm.pick({ abroadTextId: true })

function lookAtPlace(t: Translate, { sent }: CheckoutFaultsInput): void {
  const place = readPart(t, sent, PlaceForm)
  if (place) requirePlace(place.province, place.county)
}

function lookAtPresent(t: Translate, { sent, actor }: CheckoutFaultsInput): void {
  const present = readPart(t, sent, PresentForm)
  if (present) ownPhone(actor, present)
}

async function lookAtGoods(t: Translate, { sent, cartId, locale }: CheckoutFaultsInput): Promise<void> {
  if (readPart(t, sent, MadeForm)?.agreeMadeToOrder) return
  const { hasMadeToOrder } = await getCart({ cartIds: [cartId], locale })
  if (hasMadeToOrder) throw new Refusal('order.agreeMadeToOrder', 422, {}, 'agreeMadeToOrder')
}

/** A transfer from a bank account goes to no provider abroad. */
async function lookAtTick(t: Translate, { sent }: CheckoutFaultsInput): Promise<void> {
  if (sent.get('way') === 'transfer') return
  await requireAbroadTick(readPart(t, sent, TickForm)?.abroadTextId ?? null)
}

function faultsOf(t: Translate, sent: FormData, schema: z.ZodType): Record<string, string> {
  const parsed = parseForm(t, sent, schema)
  return 'errors' in parsed ? parsed.errors : {}
}

/** What some of the fields mean; null while one of them is faulty in itself. */
function readPart<S extends z.ZodType>(t: Translate, sent: FormData, schema: S): z.output<S> | null {
  const parsed = parseForm(t, sent, schema)
  return 'value' in parsed ? parsed.value : null
}

async function refusedBy(t: Translate, look: () => Promise<void> | void): Promise<Record<string, string>> {
  try {
    await look()
    return {}
  } catch (error) {
    if (!(error instanceof Refusal && error.field)) throw error
    return { [error.field]: t(error.key, error.params) }
  }
}

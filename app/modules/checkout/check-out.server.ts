import type { AbroadCountry } from '~/modules/abroad/send-abroad'
import { abroadContent } from '~/modules/addresses/abroad-schema'
import { keepAddress } from '~/modules/addresses/keep-address.server'
import type { Actor } from '~/modules/auth/actor'
import { wantedInvoice } from '~/modules/invoices/wanted-invoice'
import { orderCookie } from '~/modules/orders/order-cookie.server'
import { ownPhone } from '~/modules/orders/own-phone'
import { placeOrder } from '~/modules/orders/place-order.server'
import type { AbroadCheckoutInput, CheckoutInput } from '~/modules/orders/schema'
import { tickedText } from '~/modules/orders/ticked-text'
import { startPayment } from '~/modules/payments/start-payment.server'
import { requirePlace } from '~/modules/regions/require-place.server'
import { chooseTransfer } from '~/modules/transfers/choose-transfer.server'
import { paths } from '~/paths'
import { prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { failpoint } from '~/platform/failpoint.server'
import { type Locale, localPath } from '~/platform/i18n/locale'
import { finishOperation } from '~/platform/idempotency/finish-operation.server'

type CheckOutInput = {
  actor: Actor | null
  cartId: string
  locale: Locale
  clientAddress: string | null
  deviceHash?: Uint8Array<ArrayBuffer> | null
  /** she pays from a bank account: nothing of hers goes to the payment provider */
  byTransfer?: boolean
  /** where her browser comes back to from the payment page, see returnOrigin */
  origin?: string
} & ({ country: null; form: CheckoutInput } | { country: AbroadCountry; form: AbroadCheckoutInput })

/**
 * Places the order of a cart and leads to its payment page, or to where a transfer goes. Refuses, before anything is placed, a payment with the provider without the buyer's agreement
 * that it goes abroad. When the page cannot be opened the order stays: the buyer is led to its own page and pays from there. `cookie` lets this browser follow the order, after a second press too.
 */
export async function checkOut(input: CheckOutInput): Promise<{ location: string; cookie: string }> {
  const { actor, cartId, locale, form, clientAddress, deviceHash = null, byTransfer = false } = input
  const to = destinationOf(input)
  // whether the text is still in force is looked at where the order is placed
  const abroadTextId = byTransfer ? null : tickedText(form.abroadTextId, true)
  const { orderId, number, secret, operation, toPay } = await placeOrder({
    ...{ actor, cartId, locale, clientAddress, deviceHash, payAbroadTextId: abroadTextId },
    ...to,
  })
  await failpoint('order.placed')
  if (actor && form.keepAddress) await keepAddress({ actor, address: addressOf(input) })
  const cookie = await orderCookie(number).serialize({ orderId, secret, by: actor?.userId })
  try {
    if (!byTransfer)
      return {
        location: await startPayment({
          orderId,
          abroadTextId,
          begun: toPay,
          operation,
          origin: input.origin,
        }),
        cookie,
      }
    await chooseTransfer({ orderId })
    await finishOperation(prisma, operation)
    return { location: localPath(locale, paths.orderTransfer({ number })), cookie }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { location: localPath(locale, paths.orderPay({ number })), cookie }
  }
}

/** Refuses here what would be refused when the order is placed, before she is asked for anything else. */
function destinationOf(input: CheckOutInput) {
  if (input.country !== null) {
    if (input.byTransfer) throw new Refusal('abroad.noTransfer', 409)
    return { place: null, country: input.country.code, form: input.form }
  }
  const { actor, form } = input
  wantedInvoice(form)
  ownPhone(actor, form)
  return { place: requirePlace(form.province, form.county), form }
}

function addressOf(input: CheckOutInput) {
  if (input.country !== null) return abroadContent(input.country, input.form)
  const { name, phone, province, county, line } = input.form
  return { name, phone, province, county, line }
}

import { z } from 'zod'
import type { AbroadCountry } from '~/modules/abroad/send-abroad'
import { abroadFields } from '~/modules/addresses/abroad-schema'
import { AddressFields } from '~/modules/addresses/schema'
import { InvoiceFields } from '~/modules/invoices/schema'
import {
  idField,
  message,
  optionalPhoneField,
  phoneField,
  textField,
  textTickField,
  tickField,
} from '~/platform/fields'
import type { Locale } from '~/platform/i18n/locale'
import { oddNumber } from './tracking-number'

/** What the checkout asks besides where to and the invoice, and what the buyer saw when she pressed the button. */
const OrderFields = z.object({
  note: textField({ max: 200 }),
  giftNote: textField({ max: 200 }),
  /** a present: nothing in the parcel says what it cost */
  hidePrices: tickField,
  /** the buyer agrees that made-to-order pieces have no return without reason; asked for only when there are some */
  agreeMadeToOrder: tickField,
  /** ticked: the text under which she agrees that her payment goes to a provider abroad; null = not ticked */
  abroadTextId: textTickField,
  /** one per rendered form: pressing twice places one order */
  token: idField,
  /** the total that stood on the page, fen */
  seenTotalFen: z.string().regex(/^\d{1,12}$/),
  /** the versions of the shop's documents that stood on the page, see `findDocumentsInForce` */
  seenDocuments: z.string().max(200).default(''),
  /** the address goes into her book as well; asked for only of somebody who is signed in */
  keepAddress: tickField,
})

/** The checkout form inside the mainland. */
export const CheckoutForm = AddressFields.extend(InvoiceFields.shape)
  .extend(OrderFields.shape)
  // of whoever orders, where the parcel's is another's: see `ownPhone`
  .extend({ buyerPhone: optionalPhoneField })
export type CheckoutInput = z.output<typeof CheckoutForm>

/** The checkout form for a country abroad: plain lines, no invoice of the mainland. */
export function abroadCheckoutForm(country: AbroadCountry, locale: Locale) {
  return (
    abroadFields(country, locale)
      .extend(OrderFields.shape)
      // by which rates the parcels went that stood on the page, see `ratesWord`
      .extend({ seenRates: z.string().max(20_000).default('') })
  )
}
export type AbroadCheckoutInput = z.output<ReturnType<typeof abroadCheckoutForm>>

/** Which of the two buttons below the form: on to the payment page, or to where a transfer goes. */
export const PayWay = z.object({ way: z.enum(['page', 'transfer']).catch('page') })

/** An order's number by its ten digits, full-width too, whatever was typed between and around them. */
function cleanOrderNumber(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^\d{4}/, '$&-')
}

/** Order number and phone, to be sent a code. */
export const FindOrderForm = z.object({
  number: z
    .string()
    .default('')
    .transform((text, context) => {
      const clean = cleanOrderNumber(text)
      if (!/^\d{4}-\d{6}$/.test(clean))
        context.addIssue({ code: 'custom', message: message('order.findBadNumber') })
      return clean
    }),
  phone: phoneField,
})

/** The carriers of the demo's counties; 其他 takes any. Codes as kuaidi100 names them. */
export const carriers = [
  'youzhengguonei',
  'youzhengguoji',
  'ems',
  'shunfeng',
  'zhongtong',
  'yuantong',
  'yunda',
  'shentong',
  'jtexpress',
  'jd',
] as const
export type Carrier = (typeof carriers)[number]

/** As carriers read it: half-width capitals and digits, dashes, no blanks; typed with a Chinese keyboard it may be full-width. */
export function cleanNumber(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

const trackingField = z.preprocess(
  (value) => (typeof value === 'string' ? cleanNumber(value) : value),
  textField({ min: 6, max: 40 }).refine((text) => text === '' || /^[A-Z0-9-]+$/.test(text), {
    error: () => message('order.badTracking'),
  }),
)

/** A number that does not look like one of its carrier's is asked about; it is taken when she is sure. */
export const ShipForm = z
  .object({ carrier: z.enum(carriers), trackingNumber: trackingField, sure: tickField })
  .superRefine(({ carrier, trackingNumber, sure }, context) => {
    const odd = sure ? null : oddNumber(carrier, trackingNumber)
    if (odd)
      context.addIssue({ code: 'custom', path: ['trackingNumber'], message: message('track.oddNumber', odd) })
  })
  .transform(({ carrier, trackingNumber }) => ({ carrier, trackingNumber }))

/** What an order line freezes beside price and title. */
export const LineSpecification = z.object({
  variantZh: z.string().nullable(),
  variantEn: z.string().nullable(),
  serial: z.string(),
  slug: z.string(),
  materials: z.string(),
  makingMinutes: z.number().nullable(),
  /** abroad: what the customs form says of it, and what one piece weighs; null where nothing was entered */
  customs: z
    .object({
      hsCode: z.string(),
      origin: z.string(),
      descriptionZh: z.string(),
      descriptionEn: z.string(),
    })
    .nullable()
    .default(null),
  weightGrams: z.number().nullable().default(null),
})
export type LineSpecification = z.output<typeof LineSpecification>

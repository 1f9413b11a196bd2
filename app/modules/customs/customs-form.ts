import type { PostageService } from '~/modules/abroad/send-abroad'

/** What the customs form of one parcel says. Amounts in fen, weights in grams. */
export type CustomsForm = {
  /** the short one for parcels of little worth and weight, else the long one */
  kind: 'CN22' | 'CN23'
  orderNumber: string
  service: PostageService
  from: { name: string; place: string }
  /** the lines of the label, the name first */
  to: string[]
  phone: string
  email: string
  lines: CustomsLine[]
  /** with its packing */
  grams: number
  valueFen: number
  postageFen: number
  today: string
}

export type CustomsLine = {
  description: string
  quantity: number
  /** of all its pieces, without packing; null where it was not weighed */
  grams: number | null
  valueFen: number
  /** six to ten figures; null where nothing was entered: then whoever sends it asks at the counter */
  hsCode: string | null
  origin: string
}

/** The short form reaches no further than two kilograms, and has room for so many lines. */
const shortFormGrams = 2_000
const shortFormLines = 4

export function formOf({
  grams,
  valueFen,
  lines,
  shortFormFen,
}: {
  grams: number
  valueFen: number
  lines: number
  shortFormFen: number
}): CustomsForm['kind'] {
  const isShort = grams <= shortFormGrams && valueFen <= shortFormFen && lines <= shortFormLines
  return isShort ? 'CN22' : 'CN23'
}

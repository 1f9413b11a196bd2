import type { Locale } from '~/platform/i18n/locale'

/** One thing in the parcel as the slip lists it. */
export type PaperLine = {
  title: string
  /** its kind and what the buyer wished, in one line each */
  details: string[]
  quantity: number
  /** what she paid for it, fen */
  amountFen: number
}

/** What is printed about one part of an order. Addresses stand as a carrier reads them. */
export type ParcelPaper = {
  orderNumber: string
  /** the buyer's: the slip is hers to read */
  locale: Locale
  from: { name: string; place: string }
  to: { name: string; phone: string; lines: string[] }
  /** in words of the post; null inside the mainland */
  service: 'epacket' | 'parcel' | 'ems' | null
  giftNote: string | null
  /** a present: nothing in the parcel says what it cost */
  hidePrices: boolean
  lines: PaperLine[]
  postageFen: number
  totalFen: number
}

import type { DestinationView } from '~/modules/abroad/destination-view'
import type { PostageService } from '~/modules/abroad/send-abroad'
import type { AnswerView } from '~/modules/catalog/wishes'
import type { PaidBy } from '~/modules/promotions/promotion-view'
import type { Availability } from '~/modules/search/availability'
import type { Day } from '~/platform/calendar'
import type { PhotoData } from '~/ui/photo'

/** What keeps a line from being bought: it is off sale, sold out, somebody else is paying for it (until when at the latest, milliseconds since 1970), fewer are left than she has, its maker asks something that is not answered, or it cannot go where she wants it, in a sentence. */
export type CartProblem =
  | { kind: 'off_sale' }
  | { kind: 'sold_out' }
  | { kind: 'held'; until: number }
  | { kind: 'only'; most: number }
  | { kind: 'unanswered' }
  | { kind: 'abroad'; text: string }

/** One piece in the basket at its present price. Amounts in fen. */
export type CartLineView = {
  variantId: string
  /** tells lines of one variant apart; '' without answers */
  answersKey: string
  /** what she answered to the maker's questions */
  answers: AnswerView[]
  productId: string
  slug: string
  title: string
  /** set where the title is not in the language of the page */
  titleLang: 'zh-CN' | null
  variantName: string | null
  variantLang: 'zh-CN' | null
  picture: PhotoData
  quantity: number
  /** how many she may have of it now */
  most: number
  unitPriceFen: number
  /** what one cost when she put it in, where that is no longer so */
  wasFen: number | null
  /** quantity × unit price; 0 for a line that cannot be bought at all */
  amountFen: number
  availability: Availability
  problem: CartProblem | null
}

/** A service that would take a parcel abroad. */
export type ParcelWay = {
  rateId: string
  service: PostageService
  /** how, and how long it is on its way */
  words: string
  isTracked: boolean
  postageFen: number
  isChosen: boolean
}

/** What one seller sends: one parcel, one postage. */
export type CartParcelView = {
  sellerId: string
  sellerSlug: string
  sellerName: string
  county: string
  lines: CartLineView[]
  itemsFen: number
  /** what a promotion takes off its goods */
  discountFen: number
  postageFen: number
  /** the base that sends it in one parcel with what others send: `postageFen` is its share of one postage */
  together: string | null
  /** abroad: how it goes and what it weighs, in words */
  sentBy: string | null
  /** abroad, and it cannot go there as it is: no postage is known */
  isStuck: boolean
  /** abroad: the services that take it, the cheapest first */
  ways: ParcelWay[]
  /** what is missing until postage is free; null when it is free, or never is */
  untilFreeFen: number | null
  /** the day by which the parcel leaves when paid today */
  leavesBy: Day | null
  /** the day by which it has usually arrived then; null where nothing is known of its way */
  arrivesBy: Day | null
}

/** What a promotion takes off the basket. `code` is what was typed, '' for none; `problem` why it is not the one that counts. */
export type CartPromotion = {
  discountFen: number
  name: string | null
  paidBy: PaidBy | null
  code: string
  problem:
    | { kind: 'unknown' | 'used_up' | 'not_for_these' | 'outdone' }
    | { kind: 'below'; missingFen: number }
    | null
}

/** The basket. `totalFen` is what the checkout will ask; with `canCheckOut` false it must be put right first. */
export type CartView = {
  parcels: CartParcelView[]
  /** where the parcels go when that is abroad; null: inside the mainland */
  destination: DestinationView | null
  /** pieces, all lines together */
  pieceCount: number
  itemsFen: number
  promotion: CartPromotion
  postageFen: number
  totalFen: number
  canCheckOut: boolean
  /** something in it is made to order, or to her answers: no return without a reason */
  hasMadeToOrder: boolean
}

/** A basket with nothing in it. */
export const emptyCart: CartView = {
  parcels: [],
  destination: null,
  pieceCount: 0,
  itemsFen: 0,
  promotion: { discountFen: 0, name: null, paidBy: null, code: '', problem: null },
  postageFen: 0,
  totalFen: 0,
  canCheckOut: false,
  hasMadeToOrder: false,
}

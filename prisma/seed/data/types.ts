/**
 * Shapes of the sample data. Everything in this folder is pure data: no database, no clock, no randomness.
 * All persons, shops and figures are invented; every surface that shows a person's name adds （示例） or (sample).
 */

/** Chinese and reviewed English, both always there. */
export type Bilingual = { readonly zh: string; readonly en: string }

/** Chinese always; English only once somebody has reviewed it. Without it the shop shows the Chinese with a note. */
export type ReviewedText = { readonly zh: string; readonly en?: string }

/** A calendar day (YYYY-MM-DD), or a number of days before the day the sample data is loaded (for events inside the three months of orders). */
export type SeedDate = string | { readonly daysAgo: number } | { readonly dayOfClosedMonth: number }

export type CraftCode =
  | 'knots'
  | 'beadwork'
  | 'tie-dye'
  | 'crochet'
  | 'embroidery'
  | 'sachets'
  | 'cloisonne'
  | 'gourds'
  | 'feitian'

export type CraftSeed = {
  readonly code: CraftCode
  readonly name: Bilingual
  /** One sentence on how it is made. */
  readonly making: Bilingual
  /** A file of prisma/seed/pictures/index.tsv. */
  readonly swatch: string
}

export type Gender = 'female' | 'male'

/** An invented human being. Surnames come from cloth and thread, most given names from the solar terms, so that nobody real is meant. */
export type PersonSeed = {
  readonly key: string
  readonly name: Bilingual
  readonly gender: Gender
  readonly birthYear: number
}

/**
 * Codes of the dated category table: registered 建档立卡户, lifted 脱贫户, unstable 脱贫不稳定户, marginal 边缘易致贫户,
 * severe 突发严重困难户, cleared 风险消除.
 */
export type HouseholdCategory = 'registered' | 'lifted' | 'unstable' | 'marginal' | 'severe' | 'cleared'

/** `from` is the first day of the status, `to` the first day that it no longer holds; the statuses of a household never overlap. */
export type HouseholdStatusSeed = {
  readonly category: HouseholdCategory
  readonly from: SeedDate
  readonly to?: SeedDate
}

/** To the head of the household. */
export type Relation = 'self' | 'spouse' | 'son' | 'daughter' | 'daughter_in_law' | 'mother' | 'father'

/** `from` to `to` as above. Without `verifiedOn` no coordinator has checked this membership yet. */
export type HouseholdMemberSeed = {
  readonly person: string
  readonly relation: Relation
  readonly from: SeedDate
  readonly to?: SeedDate
  readonly verifiedOn?: SeedDate
}

export type HouseholdSeed = {
  readonly key: string
  /** An opaque code, obviously a sample. */
  readonly code: string
  /** Statistical code of the village, 12 digits. */
  readonly villageCode: string
  readonly statuses: readonly HouseholdStatusSeed[]
  readonly members: readonly HouseholdMemberSeed[]
}

export type SellerKind = 'individual' | 'workshop' | 'company' | 'base' | 'institution'

/** What the maker lets the public see. Each is hers to give and to withdraw; a page looks complete with all of them off. */
export type ConsentSeed = { readonly photo: boolean; readonly realName: boolean; readonly story: boolean }

/** One of the four steps on a maker's page: a short title and one sentence. */
export type StepSeed = { readonly title: Bilingual; readonly text: Bilingual }

/**
 * Whose income a sale is, dated: one household membership, or the reason for none that a coordinator has confirmed.
 * `from` and `to` as above; without `verifiedOn` the link still waits for a coordinator. No link at all: the maker is not a person.
 */
export type HouseholdLinkSeed =
  | {
      readonly kind: 'household'
      readonly household: string
      readonly from: SeedDate
      readonly to?: SeedDate
      readonly verifiedOn?: SeedDate
    }
  | {
      readonly kind: 'none'
      readonly reason: 'not_registered'
      readonly from: SeedDate
      readonly verifiedOn: SeedDate
    }

export type SellerSeed = {
  readonly key: string
  readonly kind: SellerKind
  readonly slug: string
  readonly name: Bilingual
  /** Exactly four characters, cut into the name seal. */
  readonly seal: string
  /** The county or district, 6 digits: the only place the public sees. */
  readonly countyCode: string
  /** Where the work is done, 12 digits: decides who looks after her, never public. */
  readonly villageCode: string
  readonly crafts: readonly CraftCode[]
  readonly years: number
  readonly words: Bilingual
  readonly steps: readonly [StepSeed, StepSeed, StepSeed, StepSeed]
  /** Pieces a week, all makers of the shop together. */
  readonly weeklyCapacity: number
  /** The person who owns or answers for the shop (people.ts). */
  readonly owner: string
  readonly consents: ConsentSeed
  readonly links: readonly HouseholdLinkSeed[]
  readonly joined: SeedDate
  /** Set where the demo broker acts for her: the most the broker may keep, in basis points of the goods price. */
  readonly brokerCapBps?: number
}

/** How a piece is made and what that means for its date. `stock` counts pieces on the shelf; `days` run from the order to the post. */
export type MakingSeed =
  | { readonly mode: 'stock'; readonly stock: number }
  | { readonly mode: 'made_to_order'; readonly days: number; readonly weeklyCapacity: number }
  | { readonly mode: 'one_of_a_kind' }

/** A colour or size to choose. `stock` only where the product is made for stock. */
export type VariantSeed = {
  readonly name: Bilingual
  readonly priceFen: number
  readonly stock?: number
}

export type ProductSeed = {
  /** Also the slug of its page. */
  readonly key: string
  readonly craft: CraftCode
  readonly seller: string
  readonly title: Bilingual
  readonly story: ReviewedText
  readonly materials: Bilingual
  readonly size: Bilingual
  readonly weightGrams: number
  readonly makingMinutes: number
  readonly care: Bilingual
  readonly making: MakingSeed
  /** The price of the first variant, in fen. */
  readonly priceFen: number
  /** Empty: one variant without a name. Otherwise two to four, each with its own price and stock. */
  readonly variants: readonly VariantSeed[]
  /** Files of prisma/seed/pictures/index.tsv, the first one leads. */
  readonly pictures: readonly string[]
}

export type BuyerSeed = {
  readonly key: string
  readonly name: string
  readonly phone: string
  /** County or district, 6 digits, and the same in words. */
  readonly regionCode: string
  readonly region: string
  readonly addressLine: string
}

export type DemoRole = 'artisan' | 'buyer' | 'broker' | 'coordinator' | 'finance' | 'admin'

export type DemoAccount = {
  readonly role: DemoRole
  readonly phone: string
  readonly name: Bilingual
  readonly note: Bilingual
  readonly sellerKey?: string
  readonly regionCode?: string
}

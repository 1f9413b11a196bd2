/** What the fields of a listing may hold. Browser-safe: pages write the same numbers into their fields and hints. Lengths in characters. */
export const listingLimits = {
  titleZh: { min: 2, max: 30 },
  titleEn: { min: 3, max: 80 },
  storyZh: { min: 10, max: 800 },
  storyEn: { min: 20, max: 2400 },
  materialsZh: { min: 2, max: 200 },
  materialsEn: { min: 3, max: 400 },
  size: { max: 100 },
  sideMm: { min: 1, max: 5000 },
  care: { max: 200 },
  makingHours: { min: 0.5, max: 2000 },
  stock: { min: 1, max: 9999 },
  makeDays: { min: 1, max: 180 },
  weeklyCapacity: { min: 1, max: 999 },
  weightGrams: { min: 1, max: 50_000 },
  /** fen: 1 to 1,000,000 yuan */
  priceFen: { min: 100, max: 100_000_000 },
  /** fen: materials or packing of one piece, nothing to 1,000,000 yuan */
  costFen: { min: 0, max: 100_000_000 },
  /** fen an hour: 1 to 1,000 yuan */
  wageFen: { min: 100, max: 100_000 },
  lowWageReason: { max: 200 },
  kindZh: { max: 20 },
  kindEn: { max: 40 },
  /** questions to the buyer of one piece, and the longest answer */
  wishes: { max: 3, longest: 120 },
  wishLabel: { max: 20 },
  wishLabelEn: { max: 60 },
  wishHint: { max: 60 },
  wishHintEn: { max: 120 },
  /** kinds of one piece */
  kinds: { max: 12 },
  /** unfinished pieces of one seller */
  drafts: { max: 30 },
} as const

export const makeModes = ['stock', 'made_to_order', 'one_of_a_kind'] as const

/** The three steps of writing a listing. */
export const listingSteps = ['photos', 'words', 'price'] as const
export type ListingStep = (typeof listingSteps)[number]

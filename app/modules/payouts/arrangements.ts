/**
 * The lawful ways in which an operator may pay sellers out of buyers' money. Money that a platform pools and pays on by itself, without a licence, is
 * unlicensed settlement (二清): so one of these has to be on record before live payouts.
 */
export const arrangements = [
  /** a licensed institution holds and splits the money */
  'licensed_split',
  /** the cooperative sells in its own name and pays its members */
  'cooperative_seller',
  /** the buyer's money goes to the seller's own account with the provider; nothing is pooled */
  'direct_transfer',
] as const
export type Arrangement = (typeof arrangements)[number]

/** The dated Setting row that holds it. */
export const arrangementKey = 'payouts.arrangement'

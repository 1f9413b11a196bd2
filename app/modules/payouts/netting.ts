import { least, shareWithin } from '~/platform/money'

/** How much of a balance may go against a debt: settings payouts.debtShareBps and payouts.debtFloorFen. */
export type NettingRule = { shareBps: number; floorFen: bigint }

type Purse = {
  /** what is owed to her */
  balanceFen: bigint
  /** what she owes after refunds, 0 or more */
  debtFen: bigint
}

/**
 * What is kept back of a payout for her debt: never more than she owes, never more than the share of the balance, and never so much that she gets less
 * than the floor, or less than the whole balance where that is below the floor.
 */
export function keptBack({ balanceFen, debtFen }: Purse, { shareBps, floorFen }: NettingRule): bigint {
  if (debtFen <= 0n || balanceFen <= floorFen) return 0n
  return least(debtFen, shareWithin(balanceFen, shareBps), balanceFen - floorFen)
}

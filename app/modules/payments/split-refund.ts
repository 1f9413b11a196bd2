import { split } from '~/platform/money'

/** A piece of money of one order line, cut as the sale froze it: the tax is contained in the commission, the rest is the maker's share. */
export type LineMoney = {
  amountFen: bigint
  commissionFen: bigint
  commissionTaxFen: bigint
  brokerFen: bigint
}

/** What is left of a line after what was given back of it. */
export function restOf(sold: LineMoney, given: readonly LineMoney[]): LineMoney {
  return given.reduce(
    (rest, part) => ({
      amountFen: rest.amountFen - part.amountFen,
      commissionFen: rest.commissionFen - part.commissionFen,
      commissionTaxFen: rest.commissionTaxFen - part.commissionTaxFen,
      brokerFen: rest.brokerFen - part.brokerFen,
    }),
    sold,
  )
}

/**
 * Cuts an amount that goes back out of what is left of a line, by largest remainder: commission, broker and share shrink together, none below zero,
 * and the last part takes what is left, so that giving a line back in any number of parts reverses exactly what was frozen.
 * The caller has checked that the amount is above zero and not above the rest.
 */
export function splitRefund(rest: LineMoney, amountFen: bigint): LineMoney {
  const share = rest.amountFen - rest.commissionFen - rest.brokerFen
  const [commissionFen = 0n, brokerFen = 0n] = split(amountFen, [rest.commissionFen, rest.brokerFen, share])
  return { amountFen, commissionFen, commissionTaxFen: taxOf(rest, commissionFen), brokerFen }
}

function taxOf(rest: LineMoney, commissionFen: bigint): bigint {
  if (rest.commissionFen === 0n) return 0n
  const [tax = 0n] = split(commissionFen, [rest.commissionTaxFen, rest.commissionFen - rest.commissionTaxFen])
  return tax
}

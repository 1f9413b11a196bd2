import { split } from '~/platform/money'

/**
 * A piece of money of one order line, cut as the sale froze it: what the buyer paid and what the bearer of a promotion added are shared between platform, broker and
 * maker; the tax is contained in the commission.
 */
export type LineMoney = {
  amountFen: bigint
  borneFen: bigint
  commissionFen: bigint
  commissionTaxFen: bigint
  brokerFen: bigint
}

/** What is left of a line after what was given back of it. */
export function restOf(sold: LineMoney, given: readonly LineMoney[]): LineMoney {
  return given.reduce(
    (rest, part) => ({
      amountFen: rest.amountFen - part.amountFen,
      borneFen: rest.borneFen - part.borneFen,
      commissionFen: rest.commissionFen - part.commissionFen,
      commissionTaxFen: rest.commissionTaxFen - part.commissionTaxFen,
      brokerFen: rest.brokerFen - part.brokerFen,
    }),
    sold,
  )
}

/**
 * Cuts an amount that goes back to the buyer out of what is left of a line, by largest remainder: what the bearer gets back, commission, broker and share shrink together, none below zero,
 * and the last part takes what is left, so that giving a line back in any number of parts reverses exactly what was frozen.
 * The caller has checked that the amount is above zero and not above the rest.
 */
export function splitRefund(rest: LineMoney, amountFen: bigint): LineMoney {
  const share = rest.amountFen + rest.borneFen - rest.commissionFen - rest.brokerFen
  const [borneFen = 0n] = split(rest.borneFen, [amountFen, rest.amountFen - amountFen])
  const [commissionFen = 0n, brokerFen = 0n] = split(amountFen + borneFen, [
    rest.commissionFen,
    rest.brokerFen,
    share,
  ])
  return { amountFen, borneFen, commissionFen, commissionTaxFen: taxOf(rest, commissionFen), brokerFen }
}

function taxOf(rest: LineMoney, commissionFen: bigint): bigint {
  if (rest.commissionFen === 0n) return 0n
  const [tax = 0n] = split(commissionFen, [rest.commissionTaxFen, rest.commissionFen - rest.commissionTaxFen])
  return tax
}

/** What a promotion took off a line, and which part of that the platform or a sponsor pays. Fen. */
export type Discounted = { amountFen: bigint; discountFen: bigint; borneFen: bigint }

/** What the buyer pays for a line. */
export function paidOf({ amountFen, discountFen }: Omit<Discounted, 'borneFen'>): bigint {
  return amountFen - discountFen
}

/** What is shared between the maker, her broker and the platform: the price less what the maker herself takes off it. */
export function sharedOf({ amountFen, discountFen, borneFen }: Discounted): bigint {
  return amountFen - discountFen + borneFen
}

type Sold = Discounted & { commissionFen: bigint; brokerFen: bigint | null }

/** The maker's own share of a line. */
export function makersShareOf(line: Sold): bigint {
  return sharedOf(line) - line.commissionFen - (line.brokerFen ?? 0n)
}

type GivenBack = { amountFen: bigint; borneFen: bigint; commissionFen: bigint; brokerFen: bigint }

/** What of a refunded line is neither the platform's nor the broker's: her share, or the postage. */
export function makersPartOf({ amountFen, borneFen, commissionFen, brokerFen }: GivenBack): bigint {
  return amountFen + borneFen - commissionFen - brokerFen
}

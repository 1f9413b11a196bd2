/**
 * Money is bigint minor units with an ISO 4217 code; `…Fen` means CNY. This file alone does arithmetic, rounding, splitting and conversion.
 */

/** Fen as a JSON-safe number, for view models and vendors. Refuses what a double cannot hold exactly. */
export function toSafeNumber(amount: bigint): number {
  if (amount > BigInt(Number.MAX_SAFE_INTEGER) || amount < -BigInt(Number.MAX_SAFE_INTEGER)) {
    throw new RangeError('amount beyond what a number holds exactly')
  }
  return Number(amount)
}

/** A vendor's integer amount as bigint minor units. Refuses fractions of a minor unit. */
export function fromSafeNumber(amount: number): bigint {
  if (!Number.isSafeInteger(amount)) throw new RangeError('an amount is a whole number of minor units')
  return BigInt(amount)
}

/** amount × bps / 10 000, rounded half away from zero. bps 0…10 000. */
export function shareOf(amount: bigint, bps: number): bigint {
  if (!Number.isInteger(bps) || bps < 0 || bps > 10_000)
    throw new RangeError('basis points lie between 0 and 10 000')
  const product = amount * BigInt(bps)
  const half = product < 0n ? -5_000n : 5_000n
  return (product + half) / 10_000n
}

/** The tax contained in an amount at a rate on what is left without it: amount × bps / (10 000 + bps), rounded half up. Amounts ≥ 0. */
export function taxWithin(amount: bigint, bps: number): bigint {
  if (amount < 0n || !Number.isInteger(bps) || bps < 0 || bps > 10_000)
    throw new RangeError('an amount and a rate that are not negative')
  const whole = 10_000n + BigInt(bps)
  return (amount * BigInt(bps) * 2n + whole) / (2n * whole)
}

/** amount × bps / 10 000 of an amount that is not negative, rounded down: never more than the share. bps 0…10 000. */
export function shareWithin(amount: bigint, bps: number): bigint {
  if (!Number.isInteger(bps) || bps < 0 || bps > 10_000 || amount < 0n)
    throw new RangeError('a part is taken of what is there, in basis points between 0 and 10 000')
  return (amount * BigInt(bps)) / 10_000n
}

/** amount × numerator / denominator of an amount that is not negative, rounded down: money converted at a rate that two amounts make. */
export function convertWithin(
  amount: bigint,
  { numerator, denominator }: { numerator: bigint; denominator: bigint },
): bigint {
  if (amount < 0n || numerator < 0n || denominator <= 0n) throw new RangeError('a rate is not negative')
  return (amount * numerator) / denominator
}

/** The smallest whole multiple of `step` of which, once a share of `bps` is taken, `net` is left at least. `net` ≥ 0, bps below 10 000, step > 0. */
export function grossLeaving(net: bigint, bps: number, step: bigint): bigint {
  if (net < 0n || !Number.isInteger(bps) || bps < 0 || bps >= 10_000 || step <= 0n)
    throw new RangeError('an amount that is not negative, and less than all of it taken')
  const kept = BigInt(10_000 - bps)
  const steps = (net * 10_000n) / (kept * step)
  let gross = steps * step
  while (gross - shareOf(gross, bps) < net) gross += step
  return gross
}

/** The smallest of some amounts. */
export function least(first: bigint, ...others: readonly bigint[]): bigint {
  return others.reduce((smallest, amount) => (compare(amount, smallest) < 0 ? amount : smallest), first)
}

/**
 * Splits an amount by weights so that the parts sum to it exactly (largest remainder; ties go to the larger weight, then to the earlier part).
 * Every part lies within one minor unit of its exact share and has the amount's sign. Weights ≥ 0, at least one > 0.
 */
export function split(amount: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  if (total <= 0n || weights.some((weight) => weight < 0n))
    throw new RangeError('weights are not negative and not all zero')
  const sign = amount < 0n ? -1n : 1n
  const size = amount * sign
  const parts = weights.map((weight) => (size * weight) / total)
  let rest = size - parts.reduce((sum, part) => sum + part, 0n)
  const order = weights
    .map((weight, index) => ({ index, weight, remainder: (size * weight) % total }))
    .sort((a, b) => compare(b.remainder, a.remainder) || compare(b.weight, a.weight) || a.index - b.index)
  for (const { index } of order) {
    if (rest === 0n) break
    parts[index] = (parts[index] ?? 0n) + 1n
    rest -= 1n
  }
  return parts.map((part) => part * sign)
}

function compare(a: bigint, b: bigint): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** Sum of amounts in one currency. */
export function sum(amounts: Iterable<bigint>): bigint {
  let total = 0n
  for (const amount of amounts) total += amount
  return total
}

/** "368" or "368.5" or "368.50" yuan, half- or full-width, as fen; null when it is not an amount with at most two decimals. */
export function parseYuan(text: string): bigint | null {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.normalize('NFKC').replace(/[,，\s¥]/g, ''))
  if (!match) return null
  return BigInt(match[1] ?? '0') * 100n + BigInt((match[2] ?? '').padEnd(2, '0'))
}

/** Fen as "1234.50": for files and form fields, without grouping or sign of currency. */
export function toYuan(fen: bigint): string {
  const sign = fen < 0n ? '-' : ''
  const size = fen < 0n ? -fen : fen
  return `${sign}${size / 100n}.${(size % 100n).toString().padStart(2, '0')}`
}

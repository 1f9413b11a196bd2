/** A set of small whole numbers, a bit each. A shorter one has nothing beyond its end. */
export type Bits = Uint32Array

/** Room for the numbers below `most`. */
export function bitsFor(most: number): Bits {
  return new Uint32Array(Math.ceil(most / 32))
}

/** Puts a number into a set, or takes it out. */
export function setBit(bits: Bits, at: number, isIn: boolean): void {
  const word = bits[at >>> 5] ?? 0
  bits[at >>> 5] = isIn ? word | (1 << (at & 31)) : word & ~(1 << (at & 31))
}

/** Whether a number is in a set. */
export function hasBit(bits: Bits, at: number): boolean {
  return ((bits[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0
}

/** What is in both. */
export function both(one: Bits, other: Bits): Bits {
  return one.map((word, at) => word & (other[at] ?? 0))
}

/** What is in the first and not in the second. */
export function butNot(one: Bits, other: Bits): Bits {
  return one.map((word, at) => word & ~(other[at] ?? 0))
}

/** Puts into `bits` what is in `more`. */
export function addAll(bits: Bits, more: Bits): void {
  for (let at = 0; at < more.length; at += 1) bits[at] = (bits[at] ?? 0) | (more[at] ?? 0)
}

/** How many are in both, counted until there are more than `most`. */
export function countBoth(one: Bits, other: Bits, most: number): number {
  let count = 0
  for (let at = 0; at < one.length && count <= most; at += 1) {
    const word = (one[at] ?? 0) & (other[at] ?? 0)
    if (word !== 0) count += bitsIn(word)
  }
  return Math.min(count, most + 1)
}

function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Each number of a set, from the lowest up. */
export function eachBit(bits: Bits, visit: (at: number) => void): void {
  for (let at = 0; at < bits.length; at += 1)
    for (let word = bits[at] ?? 0; word !== 0; word &= word - 1)
      visit(at * 32 + 31 - Math.clz32(word & -word))
}

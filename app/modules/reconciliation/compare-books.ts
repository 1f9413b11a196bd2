/** Minor units by currency; zero is left out. */
export type Amounts = ReadonlyMap<string, bigint>

/** One thing that both sides may know: a payment, a refund, a dispute, a transfer … */
export type Pair = {
  /** by which the difference is named: the provider's word for it, else ours */
  objectRef: string
  books: Amounts
  other: Amounts
  /** more than one movement of a kind that happens once */
  isTwice: boolean
  /** the other side may still be on its way: nothing is missing there yet */
  isFresh: boolean
}

export type DifferenceKind = 'missing_in_books' | 'missing_there' | 'amount' | 'currency' | 'twice'

export type Difference = {
  kind: DifferenceKind
  objectRef: string
  currency: string
  books: bigint | null
  other: bigint | null
}

/**
 * Where two sides disagree about one thing, at most one line per currency of the other side. Money that the books hold in another currency than the other
 * side is a difference of currency, not two missing ones.
 */
export function differencesOf(pair: Pair): Difference[] {
  const { objectRef, books, other, isTwice, isFresh } = pair
  const unmatched = [...books].filter(([currency]) => !other.has(currency))
  const found = [...other].flatMap(([currency, amount]): Difference[] => {
    const booked = books.get(currency)
    if (booked === amount) return []
    if (booked !== undefined)
      return [{ kind: isTwice ? 'twice' : 'amount', objectRef, currency, books: booked, other: amount }]
    const [elsewhere] = unmatched.splice(0, 1)
    return elsewhere
      ? [{ kind: 'currency', objectRef, currency, books: elsewhere[1], other: amount }]
      : [{ kind: 'missing_in_books', objectRef, currency, books: null, other: amount }]
  })
  if (isFresh) return found
  const missing = unmatched.map(
    ([currency, booked]): Difference => ({
      kind: 'missing_there',
      objectRef,
      currency,
      books: booked,
      other: null,
    }),
  )
  return [...found, ...missing]
}

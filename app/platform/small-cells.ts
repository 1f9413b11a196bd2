/** What is told outside the desk about fewer people than these is not told. */
export const fewest = 5

/**
 * Which rows of a table may not be told outside: those about one to four people, and as many of the next smallest as it takes that the hidden ones are at least two rows and five people
 * together, so that none can be reckoned from the total; since the same people may be in several rows, one of the hidden has five by itself. Where that cannot be had, the total is hidden too. Rows about nobody are told.
 */
export function hideSmall(counts: readonly number[]): { rows: boolean[]; isTotalHidden: boolean } {
  const rows = counts.map((count) => count > 0 && count < fewest)
  if (!rows.includes(true)) return { rows, isTotalHidden: false }
  const others = counts
    .map((count, at) => ({ count, at }))
    .filter(({ count, at }) => count > 0 && rows[at] !== true)
    .sort((a, b) => a.count - b.count || a.at - b.at)
  const isEnough = () => {
    const hidden = counts.filter((_, at) => rows[at])
    return hidden.length >= 2 && Math.max(...hidden) >= fewest
  }
  for (const { at } of others) {
    if (isEnough()) break
    rows[at] = true
  }
  return { rows, isTotalHidden: !isEnough() }
}

/** What is told outside the desk about fewer people than these is not told. */
export const fewest = 5

/**
 * Which rows of a table may not be told outside: those about one to four people, and as many of the next smallest as it takes that the hidden ones are at least two rows and five people
 * together, so that none can be reckoned from the total. Where the same people may be in several rows, one of the hidden has five by itself; where nobody is in two (`isApart`), they are more than five together, so that who is one of
 * them by herself learns of five others at least. Where that cannot be had, the total is hidden too. Rows about nobody are told.
 */
export function hideSmall(
  counts: readonly number[],
  { isApart = false }: { isApart?: boolean } = {},
): { rows: boolean[]; isTotalHidden: boolean } {
  const rows = counts.map((count) => count > 0 && count < fewest)
  if (!rows.includes(true)) return { rows, isTotalHidden: false }
  const others = counts
    .map((count, at) => ({ count, at }))
    .filter(({ count, at }) => count > 0 && rows[at] !== true)
    .sort((a, b) => a.count - b.count || a.at - b.at)
  const isEnough = () => {
    const hidden = counts.filter((_, at) => rows[at])
    if (hidden.length < 2) return false
    return isApart ? hidden.reduce((sum, count) => sum + count, 0) > fewest : Math.max(...hidden) >= fewest
  }
  for (const { at } of others) {
    if (isEnough()) break
    rows[at] = true
  }
  return { rows, isTotalHidden: !isEnough() }
}

/**
 * The same for several divisions of the same people that are told together: where one of them may not tell the total, none does, nor all rows of which it is the sum.
 */
export function hideTogether(divisions: readonly (readonly number[])[]): {
  rows: boolean[][]
  isTotalHidden: boolean
} {
  const each = divisions.map((counts) => hideSmall(counts))
  const isTotalHidden = each.some((one) => one.isTotalHidden)
  const rows = each.map((one, division) => {
    const counts = divisions[division] ?? []
    if (!isTotalHidden || one.rows.includes(true)) return one.rows
    const smallest = counts.indexOf(Math.min(...counts.filter((count) => count > 0)))
    return one.rows.map((_, at) => at === smallest)
  })
  return { rows, isTotalHidden }
}

/**
 * Shuffles lists together so that each one is spread evenly over the whole and keeps its own order: neighbours come from
 * different lists wherever the lengths allow. The same lists always give the same order.
 */
export function spread<T>(lists: readonly (readonly T[])[]): T[] {
  return lists
    .flatMap((list, row) => list.map((item, index) => ({ item, row, place: (index + 0.5) / list.length })))
    .sort((a, b) => a.place - b.place || a.row - b.row)
    .map(({ item }) => item)
}

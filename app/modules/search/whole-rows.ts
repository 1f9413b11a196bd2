/** as many stand beside each other on a wide screen, half as many on a narrow one */
const inRow = 4

/** What fills whole rows of a choice that need not be complete: the rest would stand in a row by itself. Fewer than a row are all kept. */
export function wholeRows<T>(pieces: readonly T[]): T[] {
  return pieces.slice(0, pieces.length < inRow ? pieces.length : pieces.length - (pieces.length % inRow))
}

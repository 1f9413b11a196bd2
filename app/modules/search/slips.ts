/**
 * Typing errors by the letters or characters left out: two words that differ by one added, left out, exchanged or swapped share what remains
 * of them when one is left out of each. So a look-up by equality finds every word that may be meant.
 */

/** Shorter words are corrected by their sound alone: too much is one error away from them. */
export const shortestWord = 3
/** nobody mistypes more than this and still means one word */
const longestWord = 24

/** A word whole, and with each of its letters or characters left out. Empty for words too short or too long to be corrected. */
export function slipsOf(word: string): string[] {
  const characters = [...word]
  if (characters.length < shortestWord || characters.length > longestWord) return []
  const shorter = characters.map((_, at) =>
    [...characters.slice(0, at), ...characters.slice(at + 1)].join(''),
  )
  return [...new Set([word, ...shorter])]
}

/** Whether two words differ by at most one letter or character added, left out, exchanged, or swapped with its neighbour. */
export function isOneSlipAway(one: string, other: string): boolean {
  const [a, b] = [[...one], [...other]]
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}

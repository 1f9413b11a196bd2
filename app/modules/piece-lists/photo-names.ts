/** A picture's name without its ending, as it is compared: 货号-1.jpg is 货号-1. */
const stemOf = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\.[a-z0-9]{1,5}$/, '')
    .trim()

export const sameName = (name: string) => name.normalize('NFKC').toLowerCase().trim()

/**
 * The pictures that are named after each number: the number itself, or with 1, 2, 3 behind it (货号-1, 货号_2, 货号 (3)), in that order. A picture belongs to the longest number that fits it.
 */
export function photosByCode(codes: readonly string[], names: readonly string[]): Map<string, string[]> {
  const byLength = [...codes].sort((one, other) => other.length - one.length)
  const found = new Map<string, { name: string; place: number }[]>()
  for (const name of names) {
    const stem = stemOf(name)
    for (const code of byLength) {
      const place = placeBehind(stem, stemOf(`${code}.x`))
      if (place === null) continue
      found.set(code, [...(found.get(code) ?? []), { name, place }])
      break
    }
  }
  return new Map(
    [...found].map(([code, photos]) => [
      code,
      photos.sort((a, b) => a.place - b.place || a.name.localeCompare(b.name)).map(({ name }) => name),
    ]),
  )
}

/** 0 for the number alone, n for the n-th picture; null when it is another's. */
function placeBehind(stem: string, code: string): number | null {
  if (stem === code) return 0
  if (!stem.startsWith(code)) return null
  const [, digits] = /^\s*[-_ (]\s*(\d{1,3})\)?$/.exec(stem.slice(code.length)) ?? []
  return digits === undefined ? null : Number(digits)
}

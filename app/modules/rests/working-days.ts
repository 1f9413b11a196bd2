import { addDays, type Day } from '~/platform/calendar'

/** Days on which a maker does not work: the first, and the first on which she works again. */
export type Rest = { from: Day; until: Day }

export function isResting(day: Day, rests: readonly Rest[]): boolean {
  return rests.some(({ from, until }) => from <= day && day < until)
}

/** The day that is so many of her working days after another; without rests, so many days. */
export function afterWorkingDays(day: Day, days: number, rests: readonly Rest[]): Day {
  if (rests.length === 0) return addDays(day, days)
  let reached = day
  for (let left = days; left > 0; ) {
    reached = addDays(reached, 1)
    if (!isResting(reached, rests)) left -= 1
  }
  return reached
}

/** The first rest that lies between today and a promised day: why it is later than usual. */
export function restBefore(today: Day, promised: Day, rests: readonly Rest[]): Rest | null {
  const between = rests.filter(({ from, until }) => from <= promised && until > today)
  return between.toSorted((a, b) => (a.from < b.from ? -1 : 1))[0] ?? null
}

import type { Day } from '~/platform/calendar'
import type { MessageKey } from '~/platform/i18n/translate'

/** What may contradict itself in what the register says of a household; null is left open. Causes by whatever tells them apart. */
export type Claims = {
  people: number | null
  workers: number | null
  mainCause: string | null
  otherCauses: readonly string[]
  identifiedIn: number | null
  liftedIn: number | null
}

export type Contradiction = {
  key: MessageKey
  field: 'workers' | 'identifiedIn' | 'liftedIn' | 'mainCause' | 'otherCauses'
}

/** The first thing that cannot be true together, and the field that it is said beside; null when all of it can. */
export function findContradiction(
  { people, workers, mainCause, otherCauses, identifiedIn, liftedIn }: Claims,
  today: Day,
): Contradiction | null {
  const year = Number(today.slice(0, 4))
  if (people !== null && workers !== null && workers > people)
    return { key: 'household.workersMore', field: 'workers' }
  if (identifiedIn !== null && identifiedIn > year)
    return { key: 'household.yearToCome', field: 'identifiedIn' }
  if (liftedIn !== null && liftedIn > year) return { key: 'household.yearToCome', field: 'liftedIn' }
  if (liftedIn !== null && identifiedIn === null)
    return { key: 'household.liftedWithout', field: 'identifiedIn' }
  if (liftedIn !== null && identifiedIn !== null && liftedIn < identifiedIn)
    return { key: 'household.liftedBefore', field: 'liftedIn' }
  if (mainCause === null && otherCauses.length > 0)
    return { key: 'household.causeMainFirst', field: 'mainCause' }
  if (mainCause !== null && otherCauses.includes(mainCause))
    return { key: 'household.causeTwice', field: 'otherCauses' }
  return null
}

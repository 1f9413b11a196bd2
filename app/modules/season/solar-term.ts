import { addDays, type Day } from '~/platform/calendar'

/** One of the twenty-four solar terms (节气): 1 = 立春 … 24 = 大寒. `to` is its last day. */
export type SolarTerm = { number: number; from: Day; to: Day }

/**
 * The day in its month on which a term begins in China is ⌊0.2422 y + c⌋ minus the leap days, y = year within the century; c from 小寒 on, two
 * terms a month. The rule is out by a day in the cases below; both were checked against computed solar longitudes for 2001 to 2099.
 */
const constants = [
  5.4055, 20.12, 3.87, 18.73, 5.63, 20.646, 4.81, 20.1, 5.52, 21.04, 5.678, 21.37, 7.108, 22.83, 7.5, 23.13,
  7.646, 23.042, 8.318, 23.438, 7.438, 22.36, 7.18, 21.94,
] as const
const corrections: Readonly<Record<string, number>> = {
  '2002-14': 1,
  '2008-9': 1,
  '2016-12': 1,
  '2019-0': -1,
  '2021-23': -1,
  '2026-3': -1,
  '2082-1': 1,
  '2089-19': 1,
  '2089-20': 1,
}

/** The solar term of a day, 2001 to 2098. */
export function solarTermOn(day: Day): SolarTerm {
  const year = Number(day.slice(0, 4))
  const begun = startsOf(year).filter((start) => start <= day).length
  // before 小寒 the last term of the old year still runs; after 冬至 the next to begin is 小寒 of the new one
  const starts = [startOf(year - 1, constants.length - 1), ...startsOf(year), startOf(year + 1, 0)]
  const from = starts[begun] ?? day
  const next = starts[begun + 1] ?? day
  return { number: ((begun + 21) % constants.length) + 1, from, to: addDays(next, -1) }
}

function startsOf(year: number): Day[] {
  return constants.map((_, index) => startOf(year, index))
}

function startOf(year: number, index: number): Day {
  const inCentury = year % 100
  // leap days come at the end of February: the first four terms count those before this year
  const leapDays = Math.floor((index < 4 ? inCentury - 1 : inCentury) / 4)
  const date =
    Math.floor(inCentury * 0.2422 + (constants[index] ?? 0)) -
    leapDays +
    (corrections[`${year}-${index}`] ?? 0)
  const month = Math.floor(index / 2) + 1
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

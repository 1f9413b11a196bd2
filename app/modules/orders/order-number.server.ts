import { randomInt } from 'node:crypto'
import { dayOf } from '~/platform/calendar'

/** A new public number: year and month of placing in Lanzhou, then six random digits: 2611-048213. It opens nothing by itself. An order may have it already: of a thousand orders in a month two would draw the same digits in every third month. */
export function drawOrderNumber(now: Date): string {
  const day = dayOf(now)
  return `${day.slice(2, 4)}${day.slice(5, 7)}-${String(randomInt(1_000_000)).padStart(6, '0')}`
}

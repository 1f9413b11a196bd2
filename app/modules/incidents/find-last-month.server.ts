import { addDays, type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'

/** The time span that the form begins with: the last thirty days, today included. */
export async function findLastMonth(): Promise<{ today: Day; monthAgo: Day }> {
  const today = dayOf(await appNow())
  return { today, monthAgo: addDays(today, -30) }
}

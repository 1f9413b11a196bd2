import { addDays, type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'

/** Today and half a year on: what a proposal holds until somebody chooses. */
export async function findUsualDays(): Promise<{ today: Day; until: Day }> {
  const today = dayOf(await appNow())
  return { today, until: addDays(today, 182) }
}

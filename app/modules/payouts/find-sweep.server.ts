import { readSetting } from '~/modules/settings/read-setting.server'
import { dayOf, weekdayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/**
 * The weekday on which all that is ready is paid, and whether it is today. Nothing prepares itself on that day: a batch is one person's and is signed by
 * another's, so finance is shown what is ready and prepares it with one press.
 */
export async function findSweep(): Promise<{ weekday: Weekday; isToday: boolean }> {
  const weekday = weekdays[(await readSetting('payouts.weekday')) - 1]
  if (weekday === undefined) throw new Error('a week has seven days')
  return { weekday, isToday: weekdayOf(dayOf(await appNow())) === weekday }
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

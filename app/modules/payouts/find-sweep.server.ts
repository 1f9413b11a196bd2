import { readSetting } from '~/modules/settings/read-setting.server'
import { addDays, type Day, dayOf, startOf, weekdayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** The day on which all that is ready is paid. */
export type Sweep = { weekday: Weekday; day: Day }

/**
 * The weekday on which all that is ready is paid, and whether it is today. Nothing prepares itself on that day: a batch is one person's and is signed by
 * another's, so finance is shown what is ready and prepares it with one press.
 */
export async function findSweep(): Promise<{ weekday: Weekday; isToday: boolean }> {
  const weekday = await readWeekday()
  return { weekday, isToday: weekdayOf(dayOf(await appNow())) === weekday }
}

/** The next such day: today until a batch has been prepared today, then in a week. */
export async function findNextSweep(): Promise<Sweep> {
  const weekday = await readWeekday()
  const today = dayOf(await appNow())
  const days = (weekday - weekdayOf(today) + 7) % 7
  if (days > 0) return { weekday, day: addDays(today, days) }
  const prepared = await prisma.payoutBatch.count({
    where: { preparedAt: { gte: startOf(today) }, state: { not: 'cancelled' } },
  })
  return { weekday, day: prepared > 0 ? addDays(today, 7) : today }
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

async function readWeekday(): Promise<Weekday> {
  const weekday = weekdays[(await readSetting('payouts.weekday')) - 1]
  if (weekday === undefined) throw new Error('a week has seven days')
  return weekday
}

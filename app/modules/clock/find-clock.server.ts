import { prisma } from '~/platform/db/prisma.server'

/** The shop's time and how many seconds it is ahead of the database's: 0 in live, where nobody moves it. */
export async function findClock(): Promise<{ now: Date; aheadSeconds: number }> {
  const [clock] = await prisma.$queryRaw<{ now: Date; aheadSeconds: number }[]>`
    SELECT app_now() AS now, "offsetSeconds"::float8 AS "aheadSeconds" FROM "Clock" WHERE id = 1`
  if (!clock) throw new Error('the database has no clock')
  return clock
}

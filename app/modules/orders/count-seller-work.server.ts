import type { Actor } from '~/modules/auth/actor'
import { type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'

/** What she has to send: all in hand, those due today, those late, and the day by which the next one leaves. */
export type WorkCounts = { inHand: number; today: number; late: number; nextDay: Day | null }

/** Counts every parcel of the actor's sellers that is paid and not sent, however many there are. */
export async function countSellerWork({ actor }: { actor: Actor }): Promise<WorkCounts> {
  const today = dayOf(await appNow())
  const [row] = await prisma.$queryRaw<WorkCounts[]>`
    SELECT count(*)::int AS "inHand", (count(*) FILTER (WHERE "shipBy" = ${today}::date))::int AS today,
      (count(*) FILTER (WHERE "shipBy" < ${today}::date))::int AS late, to_char(min("shipBy"), 'YYYY-MM-DD') AS "nextDay"
    FROM "SellerOrder" WHERE "sellerId" = ANY(${actor.sellerIds}::uuid[]) AND status = 'to_ship' AND "shipBy" IS NOT NULL`
  if (!row) throw new Error('a count gave no row')
  return row
}

import type { PrismaClient } from '~/generated/prisma/client'
import type { Actor } from '~/modules/auth/actor'
import { decideFlag } from '~/modules/flags/decide-flag.server'
import { confirmBelow, confirmReturn } from '~/modules/returns/confirm-return.server'
import { getReturn } from '~/modules/returns/get-return.server'
import { lockReturn } from '~/modules/returns/lock-return.server'
import { addDays, type Day, dayOf, monthStart, nextMonthStart, startOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { type LoadContext, need } from './load-context'

const city = '6201'
const counties = { yuzhong: '13800000103', yongdeng: '13800000104' } as const
const cityPhone = '13800000105'
const decided = '核对过：买的人是老主顾，留了她的电话收货，钱是自己付的，计入'

/**
 * Closes the month before the last one as its people would: villages and towns of the two counties with staff, the counties, the city, which writes down the others as not reported, and its lock. A sale that waited
 * to be looked at is counted then, so that its village, town, county and the city report once more, with the reason. All of it by the application's own verbs, behind its walls.
 */
export async function closeMonth(owner: PrismaClient, users: LoadContext['users']): Promise<void> {
  const month = monthStart(addDays(monthStart(addDays(monthStart(dayOf(await appNow())), -1)), -1))
  const yuzhong = await findCoordinator(owner, need(users, counties.yuzhong))
  const yongdeng = await findCoordinator(owner, need(users, counties.yongdeng))
  const all = await findCoordinator(owner, need(users, cityPhone))
  const sale = await flagSale(owner, { month, countyPath: yuzhong.actor.regionPath ?? '' })

  for (const { actor, code } of [yuzhong, yongdeng]) {
    await confirmBelow({ actor, month, code })
    await confirm({ actor, month, code })
  }
  await confirm({ actor: all.actor, month, code: city })
  await lockReturn({ actor: all.actor, month, code: city, seenVersion: 1 })
  if (!sale) return

  await decideFlag({
    actor: yuzhong.actor,
    sellerOrderId: sale.id,
    decision: 'counted',
    reason: decided,
  })
  const reason = `${sale.village}一笔自购核对后计入`
  for (const code of [sale.villageCode, sale.townCode, yuzhong.code])
    await confirm({ actor: yuzhong.actor, month, code, seenVersion: 1, reason })
  await confirm({ actor: all.actor, month, code: city, seenVersion: 1, reason })
  await lockReturn({ actor: all.actor, month, code: city, seenVersion: 2 })
}

type Confirmed = { actor: Actor; month: Day; code: string; seenVersion?: number; reason?: string }

/** Confirms what the page of the place shows; who has not reported is written down so. */
async function confirm({ actor, month, code, seenVersion = 0, reason = '' }: Confirmed): Promise<void> {
  const page = await getReturn({ actor, month, code, locale: 'zh-CN' })
  const missing = page.rows.filter(({ figures, isOwn }) => !isOwn && figures === null).map((row) => row.code)
  await confirmReturn({ actor, month, code, missing, seenVersion, seen: page.seen, reason })
}

async function findCoordinator(owner: PrismaClient, userId: string): Promise<{ actor: Actor; code: string }> {
  const [row] = await owner.$queryRaw<{ personId: string; regionId: string; path: string; code: string }[]>`
    SELECT u."personId", r.id AS "regionId", r.path::text, r.code FROM "User" u JOIN "UserRole" o ON o."userId" = u.id AND o.role = 'coordinator' JOIN "Region" r ON r.id = o."regionId" WHERE u.id = ${userId}::uuid`
  if (!row) throw new Error('the sample data has no such coordinator')
  const { personId, regionId, path, code } = row
  return {
    code,
    actor: {
      userId,
      personId,
      role: 'coordinator',
      roles: ['coordinator'],
      regionId,
      regionPath: path,
      sellerIds: [],
      scope: { region: path },
    },
  }
}

type FlaggedSale = { id: string; village: string; villageCode: string; townCode: string }

/** The first sale of the month in a village of the county waits to be looked at, as if its buyer had had a phone number of the maker's. */
async function flagSale(
  owner: PrismaClient,
  { month, countyPath }: { month: Day; countyPath: string },
): Promise<FlaggedSale | null> {
  const [sale] = await owner.$queryRaw<(FlaggedSale & { completedAt: Date })[]>`
    SELECT so.id, v."nameZh" AS village, v.code AS "villageCode", t.code AS "townCode", so."completedAt" FROM "SellerOrder" so JOIN "Region" v ON v.id = so."regionId" AND v.level = 'village' JOIN "Region" t ON t.id = v."parentId"
    WHERE v.path <@ ${countyPath}::ltree AND so.status = 'completed' AND so."completedAt" >= ${startOf(month)} AND so."completedAt" < ${startOf(nextMonthStart(month))}
      AND NOT EXISTS (SELECT 1 FROM "OrderFlag" f WHERE f."sellerOrderId" = so.id) AND NOT EXISTS (SELECT 1 FROM "RefundLine" b WHERE b."sellerOrderId" = so.id)
    ORDER BY so."completedAt", so.id LIMIT 1`
  if (!sale) return null
  await owner.orderFlag.create({
    data: { sellerOrderId: sale.id, signs: ['phone'], raisedAt: sale.completedAt },
  })
  return sale
}

import { z } from 'zod'
import { type Day, nextMonthStart, startOf } from '~/platform/calendar'
import { closedMonth } from './dates'
import { type LoadContext, need } from './load-context'

/** What people of the sample data still do after it is loaded, each by their own hand: kept with it, so that it goes on where it was broken off. */
export const Work = z.object({
  month: z.iso.date(),
  /** a sale that waits to be looked at until the month is closed */
  sale: z
    .object({ id: z.string(), village: z.string(), villageCode: z.string(), townCode: z.string() })
    .nullable(),
  /** users */
  yuzhong: z.string(),
  yongdeng: z.string(),
  city: z.string(),
})
export type Work = z.output<typeof Work>

/** Plans it, and lets the first sale of the month in a village of Yuzhong wait to be looked at, as if its buyer had had a phone number of the maker's. */
export async function planWork({ tx, now, users, regions }: LoadContext): Promise<Work> {
  const month = closedMonth(now)
  return {
    month,
    sale: await flagSale(tx, { month, countyId: need(regions, '620123') }),
    yuzhong: need(users, '13800000103'),
    yongdeng: need(users, '13800000104'),
    city: need(users, '13800000105'),
  }
}

/** The first sale of a month in a village of a county that nothing is to be said of yet; from now on it waits to be looked at. Null without one. */
export async function flagSale(
  tx: LoadContext['tx'],
  { month, countyId }: { month: Day; countyId: string },
): Promise<Work['sale']> {
  const [sale] = await tx.$queryRaw<(NonNullable<Work['sale']> & { completedAt: Date })[]>`
    SELECT so.id, v."nameZh" AS village, v.code AS "villageCode", t.code AS "townCode", so."completedAt" FROM "SellerOrder" so JOIN "Region" v ON v.id = so."regionId" AND v.level = 'village' JOIN "Region" t ON t.id = v."parentId"
    WHERE v.path <@ (SELECT path FROM "Region" WHERE id = ${countyId}::uuid) AND so.status = 'completed' AND so."completedAt" >= ${startOf(month)} AND so."completedAt" < ${startOf(nextMonthStart(month))}
      AND NOT EXISTS (SELECT 1 FROM "OrderFlag" f WHERE f."sellerOrderId" = so.id) AND NOT EXISTS (SELECT 1 FROM "RefundLine" b WHERE b."sellerOrderId" = so.id)
    ORDER BY so."completedAt", so.id LIMIT 1`
  if (!sale) return null
  const { completedAt, ...rest } = sale
  await tx.orderFlag.create({ data: { sellerOrderId: sale.id, signs: ['phone'], raisedAt: completedAt } })
  return rest
}

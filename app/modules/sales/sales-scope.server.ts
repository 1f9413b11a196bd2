import type { Actor } from '~/modules/auth/actor'
import { findPlace, type ReportPlace } from '~/modules/returns/find-place.server'
import { type Day, dayOf, monthStart } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { none, type SalesFilter } from './schema'

/** A filter within her region: the place, the month, and whether that is still running. */
export type SalesScope = {
  filter: SalesFilter & { month: string }
  place: ReportPlace
  /** its first day */
  month: Day
  isRunning: boolean
  /** the running one */
  latest: Day
}

/** Reads a filter: without a month the running one, without a place her whole region. A place outside it is not found. */
export async function openScope(tx: Tx, actor: Actor, filter: SalesFilter): Promise<SalesScope> {
  if (!actor.regionId) throw notFound()
  const running = monthStart(dayOf(await appNow(tx)))
  const month = filter.month === null ? running : `${filter.month}-01`
  const own = await tx.region.findUniqueOrThrow({ where: { id: actor.regionId }, select: { code: true } })
  const place = await findPlace(tx, actor, filter.place ?? own.code)
  return {
    filter: { ...filter, month: month.slice(0, 7) },
    place,
    month,
    isRunning: month >= running,
    latest: running,
  }
}

/** The sellers and days that a filter asks for, about a table with both, by its alias: walls come on top of it. */
export function asked(alias: 'd' | 'f', { filter, place }: SalesScope): Prisma.Sql {
  const at = Prisma.raw(alias)
  const { seller, base, channel, paidBy, craft } = filter
  const all = [
    Prisma.sql`r.path <@ (SELECT path FROM "Region" WHERE id = ${place.id}::uuid)`,
    ...(seller === null ? [] : [Prisma.sql`s.slug = ${seller}`]),
    ...(channel === null ? [] : [Prisma.sql`${at}.channel = ${channel}::"Channel"`]),
    ...(paidBy === null ? [] : [Prisma.sql`${wayOf(alias)} = ${paidBy}`]),
    ...(base === null ? [] : [base === none ? Prisma.sql`b.id IS NULL` : Prisma.sql`b.slug = ${base}`]),
    ...(craft === null
      ? []
      : [craft === none ? Prisma.sql`${at}."craftId" IS NULL` : Prisma.sql`k.code = ${craft}`]),
  ]
  return Prisma.join(all, ' AND ')
}

/** The way of paying in one of the words of waysToPay. */
export function wayOf(alias: 'd' | 'f'): Prisma.Sql {
  const at = Prisma.raw(alias)
  return Prisma.sql`CASE WHEN ${at}."paidBy" IN ('alipay', 'wechat_pay', 'card', 'bank_transfer') THEN ${at}."paidBy" ELSE 'other' END`
}

/** What `asked` speaks of: the seller s, where she sold r, the craft k, and the base b that she worked with on the day (a base with itself). */
export function joined(alias: 'd' | 'f'): Prisma.Sql {
  const at = Prisma.raw(alias)
  return Prisma.sql`JOIN "Seller" s ON s.id = ${at}."sellerId" JOIN "Region" r ON r.id = ${at}."regionId" LEFT JOIN "Craft" k ON k.id = ${at}."craftId"
    LEFT JOIN "BaseMember" m ON m."sellerId" = s.id AND daterange(m."validFrom", m."validTo") @> ${at}.day
    LEFT JOIN "Seller" b ON b.id = coalesce(m."baseId", CASE WHEN s.kind = 'base' THEN s.id END)`
}

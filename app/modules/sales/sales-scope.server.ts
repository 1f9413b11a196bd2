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
  /** the place and all below it, within her region */
  regionIds: string[]
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
  const within = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Region" WHERE path <@ (SELECT path FROM "Region" WHERE id = ${place.id}::uuid) AND path <@ scope_region()`
  return {
    filter: { ...filter, month: month.slice(0, 7) },
    place,
    regionIds: within.map(({ id }) => id),
    month,
    isRunning: month >= running,
    latest: running,
  }
}

/** What a filter asks for, about a table with a seller, a day, a place and the ways of a sale, by its alias: walls come on top of it. */
export function asked(alias: 'd' | 'f', scope: SalesScope): Prisma.Sql {
  const at = Prisma.raw(alias)
  const { seller, base } = scope.filter
  return Prisma.join(
    [
      // as a list, which the planner can count: asked by path it expects one place and reads the whole month for each of many
      Prisma.sql`${at}."regionId" = ANY (${scope.regionIds}::uuid[])`,
      ...(seller === null
        ? []
        : [Prisma.sql`${at}."sellerId" = (SELECT id FROM "Seller" WHERE slug = ${seller})`]),
      ...(base === null ? [] : [base === none ? Prisma.sql`b.id IS NULL` : Prisma.sql`b.slug = ${base}`]),
      ofWay(alias, scope),
    ],
    ' AND ',
  )
}

/** The part of `asked` that can differ between sales of one maker on one day, or between lines of one sale. */
export function ofWay(alias: 'd' | 'f', { filter: { channel, paidBy, craft } }: SalesScope): Prisma.Sql {
  const at = Prisma.raw(alias)
  return Prisma.join(
    [
      Prisma.sql`true`,
      ...(channel === null ? [] : [Prisma.sql`${at}.channel = ${channel}::"Channel"`]),
      ...(paidBy === null ? [] : [Prisma.sql`${wayOf(alias)} = ${paidBy}`]),
      ...(craft === null
        ? []
        : [
            craft === none
              ? Prisma.sql`${at}."craftId" IS NULL`
              : Prisma.sql`${at}."craftId" = (SELECT id FROM "Craft" WHERE code = ${craft})`,
          ]),
    ],
    ' AND ',
  )
}

/** The way of paying in one of the words of waysToPay. */
export function wayOf(alias: 'd' | 'f'): Prisma.Sql {
  const at = Prisma.raw(alias)
  return Prisma.sql`CASE WHEN ${at}."paidBy" IN ('alipay', 'wechat_pay', 'card', 'bank_transfer') THEN ${at}."paidBy" ELSE 'other' END`
}

/** What `asked` speaks of besides: the seller s, and the base b that she worked with on the day (a base with itself). Nothing where no base is asked for. */
export function joined(alias: 'd' | 'f', { filter }: SalesScope): Prisma.Sql {
  return filter.base === null ? Prisma.empty : joinedBase(alias)
}

/** The seller s, and the base b that she worked with on the day. */
export function joinedBase(alias: 'd' | 'f'): Prisma.Sql {
  const at = Prisma.raw(alias)
  return Prisma.sql`JOIN "Seller" s ON s.id = ${at}."sellerId" LEFT JOIN "BaseMember" m ON m."sellerId" = s.id AND daterange(m."validFrom", m."validTo") @> ${at}.day
    LEFT JOIN "Seller" b ON b.id = coalesce(m."baseId", CASE WHEN s.kind = 'base' THEN s.id END)`
}

import type { Actor } from '~/modules/auth/actor'
import { claimedIds } from '~/modules/claims/claimed-ids.server'
import { type Listed, partOf, waitsSince } from '~/modules/claims/queue-page'
import type { WorkFilter } from '~/modules/claims/work-filter'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { type Day, dayOf, daysBetween } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Locale } from '~/platform/i18n/locale'
import { toSafeNumber } from '~/platform/money'
import { type FlagSign, flagSigns } from './schema'

/** A sale that may be between kin. Who the buyer is, is not among it. */
export type FlagRow = {
  sellerOrderId: string
  orderNumber: string
  seller: string
  signs: FlagSign[]
  goodsFen: number
  raisedOn: Day
  /** whole days since it was raised */
  ageDays: number
  decision: 'counted' | 'left_out' | null
  decidedBy: string | null
  decidedOn: Day | null
  reason: string | null
}

const select = {
  sellerOrderId: true,
  signs: true,
  raisedAt: true,
  decision: true,
  decidedById: true,
  decidedAt: true,
  reason: true,
  sellerOrder: {
    select: {
      itemsFen: true,
      discountFen: true,
      order: { select: { number: true } },
      seller: { select: { nameZh: true, nameEn: true } },
    },
  },
} as const

/** Decided ones shown below those that wait. */
export const decidedShown = 100

/** The flagged sales of her region: a page of those that wait, oldest first, and the last hundred that were decided, newest first. */
export async function findFlags({
  actor,
  locale,
  whose = 'all',
  age = 'all',
  page = 1,
}: { actor: Actor; locale: Locale; page?: number } & Partial<WorkFilter>): Promise<{
  waiting: Listed<FlagRow>
  decided: FlagRow[]
}> {
  return inScope(actor, async (tx) => {
    const now = await appNow(tx)
    const where = {
      sellerOrderId: await claimedIds(tx, { actor, queue: 'flag', whose }),
      decision: null,
      raisedAt: waitsSince(now, age),
    }
    const total = await tx.orderFlag.count({ where })
    const { page: shown, ...part } = partOf(total, page)
    const waiting = await tx.orderFlag.findMany({
      where,
      orderBy: [{ raisedAt: 'asc' }, { sellerOrderId: 'asc' }],
      ...part,
      select,
    })
    const decided = await tx.orderFlag.findMany({
      where: { decision: { not: null } },
      orderBy: [{ decidedAt: 'desc' }, { sellerOrderId: 'asc' }],
      take: decidedShown,
      select,
    })
    const names = await findStaffNames(
      tx,
      decided.map(({ decidedById }) => decidedById),
    )
    const viewOf = ({
      sellerOrder: { itemsFen, discountFen, order, seller },
      signs,
      raisedAt,
      decidedAt,
      decidedById,
      ...flag
    }: (typeof decided)[number]): FlagRow => ({
      ...flag,
      orderNumber: order.number,
      seller: locale === 'en' ? seller.nameEn : seller.nameZh,
      signs: flagSigns.filter((sign) => signs.includes(sign)),
      goodsFen: toSafeNumber(itemsFen - discountFen),
      raisedOn: dayOf(raisedAt),
      ageDays: daysBetween(raisedAt, now),
      decidedOn: decidedAt && dayOf(decidedAt),
      decidedBy: names.get(decidedById ?? '') ?? null,
    })
    return { waiting: { rows: waiting.map(viewOf), page: shown, total }, decided: decided.map(viewOf) }
  })
}

/** How many of her region wait. */
export async function countFlags({ actor }: { actor: Actor }): Promise<number> {
  return inScope(actor, (tx) => tx.orderFlag.count({ where: { decision: null } }))
}

import type { Actor } from '~/modules/auth/actor'
import { claimedIds } from '~/modules/claims/claimed-ids.server'
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

/** The flagged sales of her region: those that wait, oldest first, and the last hundred that were decided, newest first. */
export async function findFlags({
  actor,
  locale,
  whose = 'all',
}: {
  actor: Actor
  locale: Locale
  whose?: WorkFilter['whose']
}): Promise<{ waiting: FlagRow[]; decided: FlagRow[] }> {
  return inScope(actor, async (tx) => {
    const waiting = await tx.orderFlag.findMany({
      where: { sellerOrderId: await claimedIds(tx, { actor, queue: 'flag', whose }), decision: null },
      orderBy: [{ raisedAt: 'asc' }, { sellerOrderId: 'asc' }],
      take: 200,
      select,
    })
    const decided = await tx.orderFlag.findMany({
      where: { decision: { not: null } },
      orderBy: [{ decidedAt: 'desc' }, { sellerOrderId: 'asc' }],
      take: 100,
      select,
    })
    const now = await appNow(tx)
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
    return { waiting: waiting.map(viewOf), decided: decided.map(viewOf) }
  })
}

/** How many of her region wait. */
export async function countFlags({ actor }: { actor: Actor }): Promise<number> {
  return inScope(actor, (tx) => tx.orderFlag.count({ where: { decision: null } }))
}

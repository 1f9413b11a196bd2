import type { Actor } from '~/modules/auth/actor'
import { actorKey } from '~/modules/auth/actor-key'
import { claimedIds } from '~/modules/claims/claimed-ids.server'
import { type Listed, partOf, waitsSince } from '~/modules/claims/queue-page'
import type { WorkFilter } from '~/modules/claims/work-filter'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { type Day, dayOf, daysBetween } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { oncePerLook } from '~/platform/db/one-look.server'
import type { Prisma, Tx } from '~/platform/db/prisma.server'
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
} as const satisfies Prisma.OrderFlagSelect

/** Decided ones shown below those that wait. */
export const decidedShown = 100

type Asked = { actor: Actor; locale: Locale; page?: number } & Partial<WorkFilter>

/** The flagged sales of her region: a page of those that wait, oldest first, and the last hundred that were decided, newest first. */
export function findFlags(asked: Asked): Promise<{ waiting: Listed<FlagRow>; decided: FlagRow[] }> {
  return inScope(asked.actor, async (tx) => ({
    waiting: await readWaiting(tx, asked),
    decided: await readDecided(tx, asked.locale),
  }))
}

/** Those that wait alone. */
export function findWaitingFlags(asked: Asked): Promise<Listed<FlagRow>> {
  return inScope(asked.actor, (tx) => readWaiting(tx, asked))
}

async function readWaiting(
  tx: Tx,
  { actor, locale, whose = 'all', age = 'all', page = 1 }: Asked,
): Promise<Listed<FlagRow>> {
  const now = await appNow(tx)
  const where = {
    sellerOrderId: await claimedIds(tx, { actor, queue: 'flag', whose }),
    decision: null,
    raisedAt: waitsSince(now, age),
  }
  const total = await tx.orderFlag.count({ where })
  if (total === 0) return { rows: [], page: 1, total }
  const { page: shown, ...part } = partOf(total, page)
  const waiting = await tx.orderFlag.findMany({
    where,
    orderBy: [{ raisedAt: 'asc' }, { sellerOrderId: 'asc' }],
    ...part,
    select,
  })
  const rows = waiting.map((flag) => viewOf(flag, { now, locale, decidedBy: null }))
  return { rows, page: shown, total }
}

async function readDecided(tx: Tx, locale: Locale): Promise<FlagRow[]> {
  const now = await appNow(tx)
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
  return decided.map((flag) =>
    viewOf(flag, { now, locale, decidedBy: names.get(flag.decidedById ?? '') ?? null }),
  )
}

type FlagAround = { now: Date; locale: Locale; decidedBy: string | null }

function viewOf(
  {
    sellerOrder: { itemsFen, discountFen, order, seller },
    signs,
    raisedAt,
    decidedAt,
    decidedById: _,
    ...flag
  }: Prisma.OrderFlagGetPayload<{ select: typeof select }>,
  { now, locale, decidedBy }: FlagAround,
): FlagRow {
  return {
    ...flag,
    orderNumber: order.number,
    seller: locale === 'en' ? seller.nameEn : seller.nameZh,
    signs: flagSigns.filter((sign) => signs.includes(sign)),
    goodsFen: toSafeNumber(itemsFen - discountFen),
    raisedOn: dayOf(raisedAt),
    ageDays: daysBetween(raisedAt, now),
    decidedOn: decidedAt && dayOf(decidedAt),
    decidedBy,
  }
}

/** How many of her region wait. */
export const countFlags = oncePerLook(
  actorKey,
  ({ actor }: { actor: Actor }): Promise<number> =>
    inScope(actor, (tx) => tx.orderFlag.count({ where: { decision: null } })),
)

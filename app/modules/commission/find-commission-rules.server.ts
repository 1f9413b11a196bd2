import type { SellerKind } from '~/generated/prisma/enums'
import { type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'

export type RuleRow = {
  id: string
  priority: number
  /** null: any */
  craft: { zh: string; en: string } | null
  sellerKind: SellerKind | null
  campaign: string | null
  bps: number
  taxBps: number
  from: Day
  /** the last day; null: open */
  until: Day | null
  note: string | null
}

export type CommissionRules = {
  today: Day
  /** in the order in which they are asked */
  now: RuleRow[]
  /** by the day on which they begin */
  later: RuleRow[]
  /** the newest first, 50 at most */
  ended: RuleRow[]
  crafts: { id: string; zh: string; en: string }[]
}

const shown = 50

/** A rule's craft with it. */
export const withCraft = { craft: { select: { nameZh: true, nameEn: true } } } as const

/** All rules: those in force in the order of their match, those to come, and those that have ended. */
export async function findCommissionRules(): Promise<CommissionRules> {
  const now = await appNow()
  const include = withCraft
  const inForce = { OR: [{ validTo: null }, { validTo: { gt: now } }] }
  const [current, later, ended, crafts] = await Promise.all([
    prisma.commissionRule.findMany({
      where: { validFrom: { lte: now }, ...inForce },
      orderBy: { priority: 'asc' },
      include,
    }),
    prisma.commissionRule.findMany({
      where: { validFrom: { gt: now } },
      orderBy: [{ validFrom: 'asc' }, { priority: 'asc' }],
      take: shown,
      include,
    }),
    prisma.commissionRule.findMany({
      where: { validTo: { lte: now } },
      orderBy: [{ validTo: 'desc' }, { priority: 'asc' }],
      take: shown,
      include,
    }),
    prisma.craft.findMany({
      orderBy: [{ position: 'asc' }, { code: 'asc' }],
      select: { id: true, nameZh: true, nameEn: true },
    }),
  ])
  return {
    today: dayOf(now),
    now: current.map(rowOf),
    later: later.map(rowOf),
    ended: ended.map(rowOf),
    crafts: crafts.map(({ id, nameZh, nameEn }) => ({ id, zh: nameZh, en: nameEn })),
  }
}

type Found = Omit<RuleRow, 'craft' | 'from' | 'until'> & {
  craft: { nameZh: string; nameEn: string } | null
  validFrom: Date
  validTo: Date | null
}

/** A rule as the screen shows it. */
export function rowOf({
  id,
  priority,
  craft,
  sellerKind,
  campaign,
  bps,
  taxBps,
  validFrom,
  validTo,
  note,
}: Found): RuleRow {
  return {
    id,
    priority,
    craft: craft && { zh: craft.nameZh, en: craft.nameEn },
    sellerKind,
    campaign,
    bps,
    taxBps,
    from: dayOf(validFrom),
    until: validTo && lastDayOf(validTo),
    note,
  }
}

/** The last day of a range that ends, exclusively, at an instant. */
function lastDayOf(end: Date): Day {
  return dayOf(new Date(end.getTime() - 1))
}

import { findCommissionRule, type SoldGoods } from '~/modules/settings/find-rules.server'
import { type Day, dayOf, startOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { shareOf, taxWithin, toSafeNumber } from '~/platform/money'
import { type RuleRow, rowOf, withCraft } from './find-commission-rules.server'

export type TriedCommission = {
  rule: RuleRow
  priceFen: number
  commissionFen: number
  /** contained in the commission */
  taxFen: number
  /** what is hers of the goods, before a broker's cut */
  restFen: number
}

/** What would be taken of goods sold on a day, by the same look-up as a sale; null for a day without a rule. Today is this very moment, any other day its beginning. */
export async function tryCommission({
  day,
  priceFen,
  ...goods
}: SoldGoods & { day: Day; priceFen: bigint }): Promise<TriedCommission | null> {
  const at = day === dayOf(await appNow()) ? null : startOf(day)
  const first = await prisma.commissionRule.findFirst({
    orderBy: { validFrom: 'asc' },
    select: { validFrom: true },
  })
  if (!first || (at && at < first.validFrom)) return null
  const rule = await findCommissionRule(prisma, goods, at)
  const row = await prisma.commissionRule.findUniqueOrThrow({ where: { id: rule.id }, include: withCraft })
  const commission = shareOf(priceFen, rule.bps)
  return {
    rule: rowOf(row),
    priceFen: toSafeNumber(priceFen),
    commissionFen: toSafeNumber(commission),
    taxFen: toSafeNumber(taxWithin(commission, rule.taxBps)),
    restFen: toSafeNumber(priceFen - commission),
  }
}

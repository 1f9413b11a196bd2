import type { Actor } from '~/modules/auth/actor'
import { dayOf } from '~/platform/calendar'
import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { sum, toSafeNumber } from '~/platform/money'
import { makersPartOf, makersShareOf } from './line-money'

export type IncomeLine = {
  id: string
  title: string
  titleLang: 'zh-CN' | 'en'
  quantity: number
  amountFen: number
  /** what of a promotion she bears herself */
  ownDiscountFen: number
  commissionFen: number
  commissionBps: number
  brokerFen: number
  brokerBps: number
  herFen: number
}

/** One sale in her statement. `earnedOn` is null while the money is still held; `heldUntil` says until when, once the parcel arrived. */
export type IncomeSale = {
  sellerOrderId: string
  number: string
  status: 'to_ship' | 'shipped' | 'received' | 'completed'
  earnedOn: string | null
  heldUntil: string | null
  lines: IncomeLine[]
  postageFen: number
  /** her part of what went back to the buyer */
  givenBackFen: number
  totalFen: number
}

/** Her sales with every line explained, newest first, at most 60. */
export async function findSellerIncome({
  actor,
  locale,
}: {
  actor: Actor
  locale: Locale
}): Promise<IncomeSale[]> {
  const rows = await prisma.sellerOrder.findMany({
    where: {
      sellerId: { in: actor.sellerIds },
      status: { in: ['to_ship', 'shipped', 'received', 'completed'] },
    },
    orderBy: { id: 'desc' },
    take: 60,
    select: {
      id: true,
      status: true,
      postageFen: true,
      completeAfter: true,
      completedAt: true,
      order: { select: { number: true } },
      refundLines: {
        where: { bearer: 'seller' },
        select: { amountFen: true, borneFen: true, commissionFen: true, brokerFen: true },
      },
      lines: {
        orderBy: { id: 'asc' },
        select: {
          id: true,
          titleZh: true,
          titleEn: true,
          quantity: true,
          amountFen: true,
          discountFen: true,
          borneFen: true,
          commissionFen: true,
          commissionBps: true,
          brokerFen: true,
          brokerBps: true,
        },
      },
    },
  })
  return rows.flatMap((row) => {
    if (row.status === 'pending_payment' || row.status === 'cancelled') return []
    const share = sum(row.lines.map(makersShareOf))
    const givenBack = sum(row.refundLines.map(makersPartOf))
    return [
      {
        sellerOrderId: row.id,
        number: row.order.number,
        status: row.status,
        earnedOn: row.completedAt && dayOf(row.completedAt),
        heldUntil: row.completeAfter && dayOf(row.completeAfter),
        postageFen: toSafeNumber(row.postageFen),
        givenBackFen: toSafeNumber(givenBack),
        totalFen: toSafeNumber(share + row.postageFen - givenBack),
        lines: row.lines.map((line) => ({
          id: line.id,
          title: locale === 'en' ? (line.titleEn ?? line.titleZh) : line.titleZh,
          titleLang: locale === 'en' && line.titleEn ? ('en' as const) : ('zh-CN' as const),
          quantity: line.quantity,
          amountFen: toSafeNumber(line.amountFen),
          ownDiscountFen: toSafeNumber(line.discountFen - line.borneFen),
          commissionFen: toSafeNumber(line.commissionFen),
          commissionBps: line.commissionBps,
          brokerFen: toSafeNumber(line.brokerFen ?? 0n),
          brokerBps: line.brokerBps ?? 0,
          herFen: toSafeNumber(makersShareOf(line)),
        })),
      },
    ]
  })
}

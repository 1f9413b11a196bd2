import type { Actor } from '~/modules/auth/actor'
import { makersShareOf } from '~/modules/ledger/line-money'
import { findOwnSellers } from '~/modules/mandates/find-own-sellers.server'
import { pictureSelect } from '~/modules/media/picture'
import { type Day, dayOf, fromDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Locale } from '~/platform/i18n/locale'
import { sum, toSafeNumber } from '~/platform/money'
import { lineView, type OrderPageLine } from './get-order-page.server'

/** One parcel in her list of work. herFen = her share of the goods, without postage. */
export type SellerWork = {
  id: string
  number: string
  status: 'to_ship' | 'shipped' | 'received' | 'completed' | 'cancelled'
  shipBy: Day | null
  late: boolean
  dueToday: boolean
  /** whether something in it is made to order, and not merely taken from the shelf */
  isMade: boolean
  /** null for whoever acts for her */
  herFen: number | null
  first: OrderPageLine | null
  pieces: number
}

const statusesOf = {
  toShip: ['to_ship'],
  onTheWay: ['shipped', 'received'],
  done: ['completed'],
  cancelled: ['cancelled'],
} as const

/** What she has to make and send, or what is on its way, the soonest first, at most 100; or the last that were completed, or that were paid and given up. */
export async function findSellerWork({
  actor,
  locale,
  which,
}: {
  actor: Actor
  locale: Locale
  which: keyof typeof statusesOf
}): Promise<SellerWork[]> {
  const today = dayOf(await appNow())
  const ownIds = await findOwnSellers({ actor })
  const rows = await inScope({ person: actor.personId }, (tx) =>
    tx.sellerOrder.findMany({
      where: {
        sellerId: { in: actor.sellerIds },
        status: { in: [...statusesOf[which]] },
        shipBy: { not: null },
      },
      orderBy:
        which === 'toShip' || which === 'onTheWay'
          ? [{ status: 'asc' }, { shipBy: 'asc' }, { id: 'asc' }]
          : [{ completedAt: 'desc' }, { cancelledAt: 'desc' }],
      take: which === 'toShip' || which === 'onTheWay' ? 100 : 20,
      select: {
        id: true,
        status: true,
        sellerId: true,
        shipBy: true,
        order: { select: { number: true } },
        lines: {
          orderBy: { id: 'asc' },
          select: {
            id: true,
            titleZh: true,
            titleEn: true,
            quantity: true,
            priceFen: true,
            amountFen: true,
            discountFen: true,
            borneFen: true,
            commissionFen: true,
            brokerFen: true,
            makeDays: true,
            specification: true,
            said: { select: { answers: true } },
            media: { select: pictureSelect },
          },
        },
      },
    }),
  )
  return rows.flatMap((row) => {
    if (row.status === 'pending_payment') return []
    const shipBy = row.shipBy && fromDateColumn(row.shipBy)
    const [first] = row.lines
    return [
      {
        id: row.id,
        number: row.order.number,
        status: row.status,
        shipBy,
        late: row.status === 'to_ship' && shipBy !== null && shipBy < today,
        isMade: row.lines.some(({ makeDays }) => makeDays !== null),
        dueToday: row.status === 'to_ship' && shipBy === today,
        herFen: ownIds.includes(row.sellerId) ? toSafeNumber(sum(row.lines.map(makersShareOf))) : null,
        first: first ? lineView(first, locale) : null,
        pieces: row.lines.reduce((count, line) => count + line.quantity, 0),
      },
    ]
  })
}

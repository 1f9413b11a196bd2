import { addDays, type Day, dayOf, fromDateColumn, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import type { MakerWeek } from './maker-page-view'

const weeksShown = 4

/** Of the four weeks from this one, how many pieces made to order are promised in each; never more than she can make. */
export async function findPromisedWeeks(sellerId: string, weeklyCapacity: number): Promise<MakerWeek[]> {
  const monday = mondayOf(dayOf(await appNow()))
  const end = addDays(monday, weeksShown * 7)
  const rows = await prisma.$queryRaw<{ shipBy: Date; pieces: number }[]>`
    SELECT o."shipBy", sum(l.quantity)::int AS pieces FROM "SellerOrder" o JOIN "OrderLine" l ON l."sellerOrderId" = o.id
    WHERE o."sellerId" = ${sellerId}::uuid AND o.status = 'to_ship' AND l."makeMode" = 'made_to_order'
      AND o."shipBy" >= ${toDateColumn(monday)}::date AND o."shipBy" < ${toDateColumn(end)}::date GROUP BY o."shipBy"`
  return Array.from({ length: weeksShown }, (_, week) => {
    const from = addDays(monday, week * 7)
    const until = addDays(from, 7)
    const promised = rows
      .filter((row) => isBetween(fromDateColumn(row.shipBy), from, until))
      .reduce((pieces, row) => pieces + row.pieces, 0)
    return { from, taken: Math.min(promised, weeklyCapacity), of: weeklyCapacity }
  })
}

/** The Monday of a day's week. */
function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, weekday === 0 ? -6 : 1 - weekday)
}

function isBetween(day: Day, from: Day, until: Day): boolean {
  return from <= day && day < until
}

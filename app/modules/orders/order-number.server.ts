import { randomInt } from 'node:crypto'
import { dayOf } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'

/** Six random digits, 0–999,999. */
const sixDigits = () => randomInt(1_000_000)

/**
 * A new public number: year and month of placing in Lanzhou, then six random digits: 2611-048213. It opens nothing by itself, and is none that an order has:
 * of a thousand orders in a month two would draw the same digits in every third month.
 */
export async function newOrderNumber(tx: Tx, now: Date, draw: () => number = sixDigits): Promise<string> {
  const day = dayOf(now)
  for (;;) {
    const number = `${day.slice(2, 4)}${day.slice(5, 7)}-${String(draw()).padStart(6, '0')}`
    const taken = await tx.order.findUnique({ where: { number }, select: { id: true } })
    if (!taken) return number
  }
}

import { dayOf, fromDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { lockOpenParcel } from './lock-parcel-to-ship.server'

/** The day to ship has passed: both sides are told, once. False when it was sent or given up meanwhile, or told before. */
export async function warnLate(sellerOrderId: string): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const parcel = await lockOpenParcel(tx, sellerOrderId)
    const now = await appNow(tx)
    if (!parcel?.shipBy || parcel.lateWarnedAt || dayOf(now) <= fromDateColumn(parcel.shipBy)) return false
    await tx.sellerOrder.update({ where: { id: parcel.id }, data: { lateWarnedAt: now } })
    await tx.sellerOrderEvent.create({ data: { sellerOrderId, status: 'to_ship', cause: 'late' } })
    return true
  })
}

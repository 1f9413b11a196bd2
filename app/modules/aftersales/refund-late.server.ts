import { readSetting } from '~/modules/settings/read-setting.server'
import { addDays, dayOf, fromDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { giveUpParcel } from './give-up-parcel.server'
import { lockOpenParcel } from './lock-parcel-to-ship.server'

/**
 * A parcel that was not sent within so many whole days after its day goes back to the buyer by itself, if both sides were warned at least a day before. False when it was
 * sent or given up meanwhile, or is not due: one that was ever sent never goes back this way.
 */
export async function refundLate(sellerOrderId: string): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const parcel = await lockOpenParcel(tx, sellerOrderId)
    if (!parcel?.shipBy || !parcel.lateWarnedAt) return false
    const today = dayOf(await appNow(tx))
    const days = await readSetting('orders.lateRefundDays', tx)
    if (today <= addDays(fromDateColumn(parcel.shipBy), days)) return false
    if (today <= dayOf(parcel.lateWarnedAt)) return false
    await giveUpParcel(tx, { parcel, reason: 'not_shipped' })
    return true
  })
}

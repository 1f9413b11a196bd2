import { lockSellerOrder } from '~/modules/orders/lock-seller-order.server'
import { receiveSellerOrder } from '~/modules/orders/receive-seller-order.server'
import { readContact } from '~/modules/orders/seal-contact.server'
import { readSetting } from '~/modules/settings/read-setting.server'
import type { CarrierReader, CarrierReading } from '~/platform/carriers/carrier-reader'
import { findCarrierReader } from '~/platform/carriers/find-carrier-reader.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { log } from '~/platform/log.server'

const hour = 60 * 60 * 1000
/** questions in one turn of the job, so that what else is due does not wait for carriers */
const mostQuestions = 8
/** Carriers that answer only to whoever knows the end of the receiver's number. */
const askForPhone = new Set(['shunfeng', 'zhongtong'])

type Asked = { id: string; sellerOrderId: string; orderId: string; carrier: string; trackingNumber: string }

/**
 * Asks carriers about parcels on their way, each a few times a day, and keeps what they say. A parcel that was handed over is received, as if its buyer had said so. Without an account nobody is
 * asked; a carrier that does not answer is asked again later and holds up no other parcel. Sample parcels have invented numbers: nobody is asked about them.
 */
export async function askCarriers({
  reader = findCarrierReader(),
}: {
  reader?: CarrierReader | null
} = {}): Promise<void> {
  if (!reader) return
  for (const parcel of await claimParcels()) {
    try {
      const phoneTail = askForPhone.has(parcel.carrier) ? await findPhoneTail(parcel.orderId) : null
      const reading = await reader.read({ ...parcel, phoneTail })
      if (reading) await keepReading(parcel, reading)
    } catch (error) {
      log.error('carrier.failed', error, { sellerOrderId: parcel.sellerOrderId })
    }
  }
}

/** Marked as asked before anybody is: of two processes one asks. */
async function claimParcels(): Promise<Asked[]> {
  const [hours, days, now] = [
    await readSetting('orders.askCarrierHours'),
    await readSetting('orders.askCarrierDays'),
    await appNow(),
  ]
  const before = new Date(now.getTime() - hours * hour)
  const since = new Date(now.getTime() - days * 24 * hour)
  return prisma.$queryRaw<Asked[]>`
    UPDATE "Shipment" t SET "askedAt" = app_now() FROM "SellerOrder" so WHERE so.id = t."sellerOrderId" AND t.id IN (
      SELECT s.id FROM "Shipment" s JOIN "SellerOrder" p ON p.id = s."sellerOrderId" AND p.status = 'shipped' JOIN "Order" o ON o.id = p."orderId" AND NOT o."isSample"
      WHERE s."deliveredAt" IS NULL AND (s."askedAt" IS NULL OR s."askedAt" <= ${before}::timestamptz) AND s."shippedAt" >= ${since}::timestamptz
      ORDER BY s."askedAt" NULLS FIRST, s.id LIMIT ${mostQuestions} FOR UPDATE OF s SKIP LOCKED)
    RETURNING t.id::text, t."sellerOrderId"::text, so."orderId"::text, t.carrier, t."trackingNumber"`
}

async function findPhoneTail(orderId: string): Promise<string | null> {
  const contact = await inScope({ job: 'order_access' }, (tx) => readContact(tx, orderId))
  return contact?.phone.slice(-4) ?? null
}

/** A delivery of before the parcel was handed over is another parcel's: somebody has to look at the number. */
async function keepReading({ id, sellerOrderId }: Asked, reading: CarrierReading): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await lockSellerOrder(tx, sellerOrderId)
    const { shippedAt, deliveredAt } = await tx.shipment.findUniqueOrThrow({ where: { id } })
    if (deliveredAt) return
    const isOfAnother =
      reading.state === 'delivered' &&
      reading.at !== null &&
      reading.at.getTime() < shippedAt.getTime() - 24 * hour
    const state = isOfAnother ? 'problem' : reading.state
    const isDelivered = state === 'delivered'
    await tx.shipment.update({
      where: { id },
      data: {
        carrierState: state,
        carrierWords: reading.words === '' ? null : reading.words,
        ...(isDelivered ? { deliveredAt: await appNow(tx) } : {}),
      },
    })
    const others = await tx.shipment.count({ where: { sellerOrderId, deliveredAt: null } })
    if (isDelivered && others === 0) await receiveSellerOrder(tx, { sellerOrderId, how: 'carrier' })
  })
}

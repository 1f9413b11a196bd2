import type { Prisma } from '~/generated/prisma/client'
import { orderedIds } from '~/platform/db/in-parts'
import type { Tx } from '~/platform/db/prisma.server'
import { drawOrderNumber } from './order-number.server'

type Bytes = Uint8Array<ArrayBuffer>

type OrderInput = {
  now: Date
  payBy: Date
  buyerPartyId: string | null
  actorUserId: string | null
  clientHash: Bytes | null
  deviceHash: Bytes | null
  accessHash: Bytes
  itemsFen: bigint
  discountFen: bigint
  postageFen: bigint
  totalFen: bigint
  locale: string
  country: string
  hidePrices: boolean
  note: string
  giftNote: string
  promotionUse: Prisma.PromotionUseUncheckedCreateWithoutOrderInput | null
}

/** An order as the database wrote it: it adds the documents that hold now. */
export type WrittenOrder = {
  id: string
  number: string
  termsId: string | null
  privacyId: string | null
  rulesId: string | null
}

/** Writes an unpaid order with its one full due and its first event, under a number that none has; then its words and the use of its promotion, where there are any. */
export async function writeOrder(
  tx: Tx,
  input: OrderInput,
  draw: (now: Date) => string = drawOrderNumber,
): Promise<WrittenOrder> {
  for (;;) {
    const order = await insert(tx, input, draw(input.now))
    if (!order) continue
    const { note, giftNote, promotionUse } = input
    if (note || giftNote)
      await tx.orderWords.create({
        data: { orderId: order.id, note: note || null, giftNote: giftNote || null },
      })
    if (promotionUse) await tx.promotionUse.create({ data: { orderId: order.id, ...promotionUse } })
    return order
  }
}

/** Null when another order has the number. */
async function insert(tx: Tx, input: OrderInput, number: string): Promise<WrittenOrder | null> {
  const [orderId, dueId] = orderedIds(2)
  const { itemsFen, discountFen, postageFen, totalFen } = input
  const [order] = await tx.$queryRaw<WrittenOrder[]>`
    WITH placed AS (
      INSERT INTO "Order" (id, number, "buyerPartyId", "clientHash", "deviceHash", "accessHash", "itemsFen", "discountFen", "postageFen", "totalFen", locale, country, "hidePrices", "payBy")
      VALUES (${orderId}::uuid, ${number}, ${input.buyerPartyId}::uuid, ${input.clientHash}, ${input.deviceHash}, ${input.accessHash},
        ${itemsFen}, ${discountFen}, ${postageFen}, ${totalFen}, ${input.locale}, ${input.country}, ${input.hidePrices}, ${input.payBy})
      ON CONFLICT (number) DO NOTHING RETURNING id, number, status, "termsId", "privacyId", "rulesId"),
    due AS (INSERT INTO "OrderDue" (id, "orderId", seq, kind, "amountFen") SELECT ${dueId}::uuid, id, 1, 'full', ${totalFen} FROM placed),
    event AS (INSERT INTO "OrderEvent" ("orderId", status, cause, "actorUserId") SELECT id, status, 'buyer', ${input.actorUserId}::uuid FROM placed)
    SELECT id, number, "termsId", "privacyId", "rulesId" FROM placed`
  return order ?? null
}

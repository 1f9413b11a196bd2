import { openAlert } from '~/modules/alerts/open-alert.server'
import { lockOrder } from '~/modules/orders/close-order.server'
import { readSetting } from '~/modules/settings/read-setting.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { areCardsOver } from './are-cards-over.server'
import { closePaymentPages } from './expire-unpaid-orders.server'

/**
 * Notes the cards that were refused for a payment, each once by the provider's own name of the try, however often its events come. When there are as many as the setting payments.cardTries
 * allows one order, its payment page is closed; the next takes wallets only. Calls staff when somebody seems to try out cards: payments.alertTries of one order or one network address in
 * an hour.
 */
export async function capCardTries({
  paymentId,
  paymentRef,
}: {
  paymentId: string
  paymentRef: string
}): Promise<void> {
  const refused = await paymentGateway().findRefusedCards(paymentRef)
  if (refused.length === 0) return
  const { due } = await prisma.payment.findUniqueOrThrow({
    where: { id: paymentId },
    select: { due: { select: { order: { select: { id: true, clientHash: true } } } } },
  })
  const isOver = await prisma.$transaction(async (tx) => {
    await lockOrder(tx, due.order.id)
    const { count } = await tx.refusedTry.createMany({
      data: refused.map(({ chargeRef, code }) => ({ paymentId, chargeRef, code })),
      skipDuplicates: true,
    })
    if (count > 0) await callStaff(tx, due.order)
    return areCardsOver(due.order.id, tx)
  })
  if (isOver) await closePaymentPages(due.order.id, { which: { id: paymentId }, cause: 'card_tries' })
}

type Tried = { id: string; clientHash: Uint8Array<ArrayBuffer> | null }

/** The alert is about the network address where it is known (the beginning of its keyed hash), else about the order; it names the latest orders, by which staff finds the payments. */
async function callStaff(tx: Tx, { id, clientHash }: Tried): Promise<void> {
  const [row] = await tx.$queryRaw<{ tries: number; orders: string[] | null }[]>`
    SELECT count(*)::int AS tries, array_agg(DISTINCT o.number ORDER BY o.number DESC) AS orders
    FROM "RefusedTry" r JOIN "Payment" p ON p.id = r."paymentId" JOIN "OrderDue" d ON d.id = p."dueId" JOIN "Order" o ON o.id = d."orderId"
    WHERE r.at > app_now() - interval '1 hour' AND (o.id = ${id}::uuid OR o."clientHash" = ${clientHash})`
  if (!row || row.tries < (await readSetting('payments.alertTries', tx))) return
  const subject = clientHash
    ? { type: 'NetworkAddress', id: Buffer.from(clientHash).toString('hex').slice(0, 12) }
    : { type: 'Order', id }
  const orders = (row.orders ?? []).slice(0, 5).join(', ')
  await openAlert(tx, { kind: 'cards_tried', subject, detail: { tries: row.tries, orders } })
}

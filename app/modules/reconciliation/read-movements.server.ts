import { prisma } from '~/platform/db/prisma.server'
import type { BalanceMovement } from '~/platform/payments-sdk/balance'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'

const dayLength = 24 * 60 * 60 * 1000

/** How far behind the newest known movement reading begins again: the provider may book a little late. */
const overlap = 3 * dayLength

/** Where reading begins when nothing has been read yet: what lies further back is beyond every refund window. */
const horizon = 400 * dayLength

/**
 * Copies the provider's own books up to an instant (real time), each movement once, and notes for our payments by which charge it names them. A movement
 * never changes once it is booked.
 */
export async function readMovements({ until }: { until: Date }): Promise<void> {
  const newest = await prisma.providerEntry.findFirst({
    orderBy: { bookedAt: 'desc' },
    select: { bookedAt: true },
  })
  const createdAfter = new Date((newest?.bookedAt.getTime() ?? until.getTime() - horizon + overlap) - overlap)
  let cursor: string | undefined
  do {
    const page = await paymentGateway().listBalanceTransactions({
      createdAfter,
      createdBefore: until,
      cursor,
    })
    await prisma.providerEntry.createMany({ data: page.items.map(entryOf), skipDuplicates: true })
    cursor = page.next ?? undefined
  } while (cursor)
  await noteCharges()
}

function entryOf(movement: BalanceMovement) {
  return {
    providerRef: movement.ref,
    type: movement.type,
    amountMinor: movement.amount,
    feeMinor: movement.fee,
    netMinor: movement.net,
    currency: movement.currency,
    sourceRef: movement.sourceRef,
    bookedAt: movement.created,
    availableOn: movement.availableOn,
  }
}

/** Asks for the charge of each payment of which it is not known. */
async function noteCharges(): Promise<void> {
  const payments = await prisma.payment.findMany({
    where: {
      gateway: 'stripe',
      chargeRef: null,
      paymentRef: { not: null },
      due: { order: { isSample: false } },
    },
    orderBy: { id: 'asc' },
    take: 500,
    select: { id: true, paymentRef: true },
  })
  for (const { id, paymentRef } of payments) {
    if (!paymentRef) continue
    const { chargeRef } = await paymentGateway().readPayment(paymentRef)
    if (chargeRef) await prisma.payment.update({ where: { id }, data: { chargeRef } })
  }
}

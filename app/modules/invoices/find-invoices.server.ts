import { dayOf, fromDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { toSafeNumber } from '~/platform/money'
import { findInvoiceAmounts } from './invoice-amount.server'

export type WaitingInvoice = {
  orderId: string
  orderNumber: string
  kind: 'personal' | 'company'
  askedOn: string
  amountFen: number
}

export type IssuedInvoice = {
  orderId: string
  orderNumber: string
  number: string
  day: string
  amountFen: number
  /** what was given back since: it has to be corrected by a red one; 0 = nothing */
  sinceFen: number
}

const waitingWhere = { state: 'requested', order: { status: 'paid' } } as const

/** The invoices that finance has to issue, oldest first, and the last fifty issued ones. What is given back whole needs none. */
export function findInvoices(): Promise<{
  waiting: WaitingInvoice[]
  issued: IssuedInvoice[]
  today: string
}> {
  return inScope({ job: 'order_access' }, async (tx) => ({
    waiting: await findWaiting(tx),
    issued: await findIssued(tx),
    today: dayOf(await appNow(tx)),
  }))
}

/** How many of them there are. */
export function countInvoices(): Promise<number> {
  return inScope({ job: 'order_access' }, async (tx) => (await findWaiting(tx)).length)
}

async function findWaiting(tx: Tx): Promise<WaitingInvoice[]> {
  const rows = await tx.invoice.findMany({
    where: waitingWhere,
    orderBy: [{ askedAt: 'asc' }, { orderId: 'asc' }],
    take: 200,
    select: { orderId: true, kind: true, askedAt: true, order: { select: { number: true } } },
  })
  const amounts = await findInvoiceAmounts(
    tx,
    rows.map(({ orderId }) => orderId),
  )
  return rows.flatMap(({ orderId, kind, askedAt, order }) => {
    const amount = amounts.get(orderId) ?? 0n
    const asked = { orderId, orderNumber: order.number, kind, askedOn: dayOf(askedAt) }
    return amount > 0n ? [{ ...asked, amountFen: toSafeNumber(amount) }] : []
  })
}

async function findIssued(tx: Tx): Promise<IssuedInvoice[]> {
  const rows = await tx.invoice.findMany({
    where: { state: 'issued' },
    orderBy: [{ issuedOn: 'desc' }, { orderId: 'desc' }],
    take: 50,
    select: {
      orderId: true,
      number: true,
      issuedOn: true,
      amountFen: true,
      order: { select: { number: true } },
    },
  })
  const amounts = await findInvoiceAmounts(
    tx,
    rows.map(({ orderId }) => orderId),
  )
  return rows.flatMap(({ orderId, order, number, issuedOn, amountFen }) => {
    if (number === null || issuedOn === null || amountFen === null) return []
    const since = amountFen - (amounts.get(orderId) ?? 0n)
    return [
      {
        orderId,
        orderNumber: order.number,
        number,
        day: fromDateColumn(issuedOn),
        amountFen: toSafeNumber(amountFen),
        sinceFen: toSafeNumber(since),
      },
    ]
  })
}

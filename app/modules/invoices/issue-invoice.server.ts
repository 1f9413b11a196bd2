import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { type Day, dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { findInvoiceAmount } from './invoice-amount.server'

type IssueInput = {
  actor: Actor
  orderId: string
  number: string
  issuedOn: Day
  /** fen, as she has made it out */
  amountFen: bigint
}

/**
 * Finance notes that an invoice was made out. The same number again changes nothing. Refuses one that is no longer asked for (409), an amount that is no longer what
 * was paid less what was given back (409), a day to come or before it was asked for, and a number that stands on another one (beside their fields).
 */
export function issueInvoice({ actor, orderId, number, issuedOn, amountFen }: IssueInput): Promise<void> {
  return inScope({ job: 'order_access' }, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(710013, hashtext(${orderId}))`
    const invoice = await tx.invoice.findUnique({
      where: { orderId },
      select: { state: true, number: true, askedAt: true },
    })
    if (!invoice) throw notFound()
    if (invoice.number === number) return
    if (invoice.state !== 'requested') throw new Refusal('invoice.moved', 409)
    await holdRefunds(tx, orderId)
    const now = await findInvoiceAmount(tx, orderId)
    if (now <= 0n) throw new Refusal('invoice.nothingPaid', 409)
    if (now !== amountFen) throw new Refusal('invoice.amountMoved', 409)
    if (issuedOn > dayOf(await appNow(tx))) throw new Refusal('invoice.issuedLater', 422, {}, 'issuedOn')
    if (issuedOn < dayOf(invoice.askedAt)) throw new Refusal('invoice.issuedBefore', 422, {}, 'issuedOn')
    await claimNumber(tx, number)
    await tx.invoice.update({
      where: { orderId },
      data: {
        state: 'issued',
        number,
        issuedOn: toDateColumn(issuedOn),
        amountFen,
        issuedById: actor.userId,
      },
    })
    await recordAudit(tx, {
      actor,
      action: 'invoice.issued',
      subject: { type: 'Order', id: orderId },
      detail: { number, amountFen: String(amountFen) },
    })
  })
}

/** A refund takes its payment's row before it is written: from here on none begins until the commit. */
async function holdRefunds(tx: Tx, orderId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM "Payment" p JOIN "OrderDue" d ON d.id = p."dueId" WHERE d."orderId" = ${orderId}::uuid ORDER BY p.id FOR NO KEY UPDATE OF p`
}

async function claimNumber(tx: Tx, number: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(710014, hashtext(${number}))`
  const other = await tx.invoice.findUnique({ where: { number }, select: { orderId: true } })
  if (other) throw new Refusal('invoice.numberTaken', 422, {}, 'number')
}

import { spawnSync } from 'node:child_process'
import process from 'node:process'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { recordRefund } from '~/modules/payments/record-refund.server'
import { requestRefund } from '~/modules/payments/request-refund.server'
import { syncDispute } from '~/modules/payments/sync-dispute.server'
import { approveBatch } from '~/modules/payouts/approve-batch.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { urlOf } from '../../../scripts/database/roles'
import { projectRoot } from '../../../scripts/project'
import { owner } from '../../../tests/fixtures/owner'
import { answerBatch, buildFinance, buildOwedSeller, preparedBatch } from '../../../tests/fixtures/payouts'
import { type OpenSandbox, openSandbox } from '../../../tests/fixtures/sandbox'
import { order, pay } from '../../../tests/fixtures/shopping'
import { paidThere } from '../../../tests/fixtures/webhooks'
import { buildCart, buildGround } from '../../../tests/fixtures/world'
import { verifyLedger } from './verify-ledger.server'

/** Whoever can switch the triggers off: what the database itself would never let pass. */
let intruder: pg.Client
let sandbox: OpenSandbox
/** What the faults are planted in. */
const ids = { first: '', payment: '', settled: '', refund: '', parcel: '', line: '', dispute: '' }

/** What a person would look them up by. */
const names = { payable: '', number: '', paid: '' }

const tables = [
  'Payment',
  'Refund',
  'RefundLine',
  'RefundEvent',
  'Dispute',
  'SellerOrder',
  'PayoutLine',
  'LedgerTransaction',
  'LedgerEntry',
  'LedgerAccount',
  'IncomeAttribution',
]

beforeAll(async () => {
  sandbox = await openSandbox()
  await buildGround()
  const { piece } = await buildOwedSeller()
  ids.parcel = (await owner.sellerOrder.findFirstOrThrow({ where: { status: 'completed' } })).id
  ids.first = (await owner.payment.findFirstOrThrow()).id
  names.payable = (await owner.ledgerAccount.findFirstOrThrow({ where: { kind: 'payable' } })).name
  const { preparer, approver } = await buildFinance()
  const { batchId, lines } = await preparedBatch(preparer)
  await approveBatch({ actor: approver, batchId })
  await answerBatch(approver, batchId)
  ids.line = lines[0]?.id ?? ''
  await refundedSale(piece.variantId)
  await lostDispute(piece.variantId)

  const { superuserUrl } = inject('testDatabaseServer')
  const database = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1)
  intruder = new pg.Client({ connectionString: urlOf(superuserUrl, database) })
  await intruder.connect()
  await intruder.query('SET session_replication_role = replica')
  for (const table of tables) await intruder.query(`CREATE TEMP TABLE "${table}_kept" AS TABLE "${table}"`)
})
afterAll(async () => {
  await intruder.end()
  await sandbox.close()
})

async function refundedSale(variantId: string) {
  const { orderId } = await order(await buildCart([{ variantId }]))
  ids.payment = await pay(orderId)
  names.paid = (await owner.order.findUniqueOrThrow({ where: { id: orderId } })).number
  const { id: sellerOrderId } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
  ids.refund = await inScope({ job: 'income' }, (tx) =>
    requestRefund(tx, {
      paymentId: ids.payment,
      reason: 'goodwill',
      parcel: { sellerOrderId, lines: [], postageFen: 300n, bearer: 'seller' },
    }),
  )
  await prisma.$transaction((tx) =>
    recordRefund(tx, ids.refund, {
      refundRef: `re_${ids.refund}`,
      paymentRef: null,
      status: 'succeeded',
      amount: 300n,
      currency: 'CNY',
      failureReason: null,
      settlement: null,
    }),
  )
}

async function lostDispute(variantId: string) {
  const { paymentId, sessionId } = await paidThere(variantId, '4000 0000 0000 0259')
  ids.settled = paymentId
  const { paymentRef } = await paymentGateway().readCheckout(sessionId)
  const disputes = await paymentGateway().listDisputes({ createdAfter: new Date(Date.now() - 60_000) })
  const disputeRef = disputes.find((one) => one.paymentRef === paymentRef)?.disputeRef ?? ''
  await paymentGateway().acceptDispute({ operationId: paymentId, disputeRef })
  await syncDispute(disputeRef)
  const { orderId } = await owner.orderDue.findFirstOrThrow({
    where: { payments: { some: { id: paymentId } } },
  })
  names.number = (await owner.order.findUniqueOrThrow({ where: { id: orderId } })).number
  ids.dispute = (await owner.dispute.findUniqueOrThrow({ where: { providerRef: disputeRef } })).id
}

const verify = () => prisma.$transaction(verifyLedger)

/** Does it, looks, and puts everything back as it was kept. */
async function planted(sql: string) {
  await intruder.query(sql.replace(/\$(\w+)/g, (_, name: keyof typeof ids) => `'${ids[name]}'`))
  const found = await verify()
  for (const table of tables)
    await intruder.query(`DELETE FROM "${table}"; INSERT INTO "${table}" SELECT * FROM "${table}_kept"`)
  return found
}

const named = (rule: string, ref: string) => [rule, ref] as const
const earned = () => `earned:${ids.parcel}`

describe('verifyLedger', () => {
  it('finds nothing in books that were kept', async () => {
    expect(await verify()).toEqual([])
    const kinds = await owner.ledgerTransaction.groupBy({ by: ['kind'], orderBy: { kind: 'asc' } })
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'dispute',
      'dispute_lost',
      'earned',
      'payment',
      'payout',
      'payout_paid',
      'refund',
      'refund_decided',
      'settlement',
    ])
  })

  it.each<[string, string, () => (readonly [string, string])[]]>([
    [
      'an entry that was changed',
      `UPDATE "LedgerEntry" SET "amountMinor" = "amountMinor" + 1 WHERE purpose = 'commission'`,
      () => [named('balance', earned()), named('earned_amount', ids.parcel)],
    ],
    [
      'a fen moved from her share to the commission, with its income',
      `UPDATE "LedgerEntry" SET "amountMinor" = "amountMinor" + CASE purpose WHEN 'share' THEN 1 ELSE -1 END WHERE purpose IN ('share', 'commission');
       UPDATE "IncomeAttribution" SET "amountFen" = "amountFen" - 1`,
      () => [named('overdrawn', names.payable), named('earned_amount', ids.parcel)],
    ],
    [
      'the number of legs',
      `UPDATE "LedgerTransaction" SET legs = legs + 1 WHERE kind = 'earned'`,
      () => [named('legs', earned())],
    ],
    [
      'an entry in a currency that its account does not hold',
      `UPDATE "LedgerEntry" e SET currency = 'USD' FROM "LedgerTransaction" t WHERE t.id = e."transactionId" AND t.reference = 'payment:' || $payment`,
      () => [named('currency', `payment:${ids.payment}`)],
    ],
    [
      'an account under the name of another',
      `UPDATE "LedgerAccount" SET name = name || ':x' WHERE name = 'platform:commission'`,
      () => [named('account_name', 'platform:commission:x')],
    ],
    [
      'entries that were added later to a sealed posting, and sealed again',
      `INSERT INTO "LedgerEntry" ("transactionId", "accountId", currency, "amountMinor", purpose)
         SELECT t.id, e."accountId", 'CNY', a.amount, 'late' FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id, (VALUES (5), (-5)) a (amount)
         WHERE t.reference = 'payment:' || $first AND e."amountMinor" > 0;
       UPDATE "LedgerTransaction" SET legs = legs + 2 WHERE reference = 'payment:' || $first`,
      () => [named('order', `payment:${ids.first}`)],
    ],
    [
      'an income that was changed',
      `UPDATE "IncomeAttribution" SET "amountFen" = "amountFen" + 1`,
      () => [named('share', earned())],
    ],
    [
      'an entry of another purpose with an income',
      `UPDATE "LedgerEntry" SET purpose = 'gift' WHERE purpose = 'share'`,
      () => [named('attribution', earned())],
    ],
    [
      'a posting that lost an entry',
      `DELETE FROM "LedgerEntry" WHERE purpose = 'commission'`,
      () => [named('legs', earned()), named('balance', earned()), named('earned_amount', ids.parcel)],
    ],
    [
      'more taken from a seller than she was owed',
      `UPDATE "LedgerEntry" e SET "amountMinor" = "amountMinor" * 2 FROM "LedgerTransaction" t WHERE t.id = e."transactionId" AND t.kind = 'payout'`,
      () => [named('overdrawn', names.payable), named('payout_amount', ids.line)],
    ],
    [
      'a posting that is gone',
      `WITH t AS (DELETE FROM "LedgerTransaction" WHERE reference = 'payment:' || $settled RETURNING id) DELETE FROM "LedgerEntry" e USING t WHERE e."transactionId" = t.id`,
      () => [named('payment_not_booked', ids.settled)],
    ],
    [
      'a payment of another amount',
      `UPDATE "Payment" SET "amountMinor" = "amountMinor" + 1 WHERE id = $payment`,
      () => [named('payment_amount', ids.payment), named('paid_amount', names.paid)],
    ],
    [
      'a transfer that never came to our bank',
      `UPDATE "Payment" SET gateway = 'bank_transfer', "sessionId" = NULL, "receivedMinor" = "amountMinor", "receivedOn" = now() WHERE id = $payment`,
      () => [named('payment_place', ids.payment)],
    ],
    [
      'a payment that was never taken',
      `UPDATE "Payment" SET state = 'open' WHERE id = $payment`,
      () => [named('paid_amount', names.paid), named('booked_without_document', `payment:${ids.payment}`)],
    ],
    [
      'a settlement that is gone',
      `UPDATE "LedgerTransaction" SET reference = 'x' || reference WHERE kind = 'settlement'`,
      () => [named('settlement_not_booked', ids.settled)],
    ],
    [
      'a fee that the provider never took',
      `UPDATE "Payment" SET "feeMinor" = "feeMinor" + 1 WHERE id = $settled`,
      () => [named('settlement_amount', ids.settled)],
    ],
    [
      'a refund whose posting is gone',
      `UPDATE "LedgerTransaction" SET reference = 'x' || reference WHERE kind = 'refund'`,
      () => [named('refund_not_booked', ids.refund)],
    ],
    [
      'a refund of another amount',
      `UPDATE "LedgerEntry" e SET "amountMinor" = "amountMinor" * 2 FROM "LedgerTransaction" t WHERE t.id = e."transactionId" AND t.kind = 'refund_decided'`,
      () => [named('refund_not_decided', ids.refund)],
    ],
    [
      'a refund that reached the buyer with another amount',
      `UPDATE "Refund" SET "amountMinor" = "amountMinor" - 1`,
      () => [named('refund_not_decided', ids.refund), named('refund_amount', ids.refund)],
    ],
    [
      'a refund that was never made',
      `UPDATE "Refund" SET state = 'sent'; DELETE FROM "RefundEvent" WHERE state = 'succeeded'`,
      () => [named('booked_without_document', `refund:${ids.refund}`)],
    ],
    [
      'a dispute without its money',
      `DELETE FROM "LedgerEntry" e USING "LedgerTransaction" t WHERE t.id = e."transactionId" AND t.kind IN ('dispute', 'dispute_lost');
       DELETE FROM "LedgerTransaction" WHERE kind IN ('dispute', 'dispute_lost')`,
      () => [named('dispute_not_booked', ids.dispute)],
    ],
    [
      'a lost dispute whose loss is not booked',
      `DELETE FROM "LedgerEntry" e USING "LedgerTransaction" t WHERE t.id = e."transactionId" AND t.kind = 'dispute_lost';
       DELETE FROM "LedgerTransaction" WHERE kind = 'dispute_lost'`,
      () => [named('dispute_left', ids.dispute)],
    ],
    [
      'a sale that was not completed',
      `UPDATE "SellerOrder" SET status = 'received', "regionId" = NULL WHERE id = $parcel`,
      () => [named('booked_without_document', earned())],
    ],
    [
      'a sale that was renamed',
      `UPDATE "LedgerTransaction" SET reference = 'x' || reference WHERE kind = 'earned'`,
      () => [named('earned_not_booked', ids.parcel), named('booked_without_document', `x${earned()}`)],
    ],
    [
      'a payout of another amount',
      `UPDATE "PayoutLine" SET "amountFen" = "amountFen" - 1`,
      () => [named('payout_amount', ids.line)],
    ],
    [
      'a payout that was sent and not booked as paid',
      `DELETE FROM "LedgerEntry" e USING "LedgerTransaction" t WHERE t.id = e."transactionId" AND t.kind = 'payout_paid';
       DELETE FROM "LedgerTransaction" WHERE kind = 'payout_paid'`,
      () => [named('payout_not_booked', ids.line)],
    ],
    [
      'a payout that nobody signed',
      `UPDATE "PayoutLine" SET state = 'prepared'`,
      () => [
        named('booked_without_document', `payout:${ids.line}:approved`),
        named('booked_without_document', `payout:${ids.line}:paid`),
      ],
    ],
    [
      'money that an order which is over still holds',
      `UPDATE "SellerOrder" SET status = 'cancelled' WHERE "orderId" = (SELECT d."orderId" FROM "Payment" p JOIN "OrderDue" d ON d.id = p."dueId" WHERE p.id = $settled)`,
      () => [named('held_left', names.number)],
    ],
  ])('names %s', async (_, fault, found) => {
    expect((await planted(fault)).map(({ rule, ref }) => [rule, ref])).toEqual(found())
    expect(await verify()).toEqual([])
  })

  it('is a command that ends with the first bad row and a code that is not zero', async () => {
    const right = command()
    expect([right.status, right.stderr]).toEqual([0, ''])
    expect(right.stdout).toMatch(/^The books are right: \d+ transactions, \d+ entries\.\n$/)
    await intruder.query(`UPDATE "LedgerTransaction" SET legs = legs + 1 WHERE kind = 'earned'`)
    const wrong = command()
    await intruder.query(`UPDATE "LedgerTransaction" SET legs = legs - 1 WHERE kind = 'earned'`)
    expect([wrong.status, wrong.stderr]).toEqual([1, `The books are broken: legs at ${earned()}.\n`])
  })

  it('replays every balance at an instant that has passed', async () => {
    const { occurredAt } = await owner.ledgerTransaction.findFirstOrThrow({ where: { kind: 'earned' } })
    const before = command('--at', new Date(occurredAt.getTime() - 1).toISOString())
    const after = command('--at', new Date(occurredAt.getTime() + 1).toISOString())
    expect(before.stdout).toContain('platform:held\tCNY\t-7800\n')
    expect(before.stdout).not.toContain('platform:commission')
    expect(after.stdout).toContain('platform:held\tCNY\t0\n')
    expect(after.stdout).toContain('platform:commission\tCNY\t-340\n')
    expect(command('--at', 'yesterday').status).toBe(1)
  })
})

function command(...more: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/database/read-ledger.ts', ...more], {
    cwd: projectRoot,
    encoding: 'utf8',
    env: process.env,
  })
}

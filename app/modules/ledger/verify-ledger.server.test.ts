import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { prisma } from '~/platform/db/prisma.server'
import { urlOf } from '../../../scripts/database/roles'
import { owner } from '../../../tests/fixtures/owner'
import { order, pay, sell } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { verifyLedger } from './verify-ledger.server'

/** Whoever can switch the triggers off: what the database itself would never let pass. */
let intruder: pg.Client
let sellerOrderId: string
let paymentId: string

beforeAll(async () => {
  const { superuserUrl } = inject('testDatabaseServer')
  const database = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1)
  intruder = new pg.Client({ connectionString: urlOf(superuserUrl, database) })
  await intruder.connect()
  await intruder.query('SET session_replication_role = replica')
  await buildGround()
  const seller = await buildSeller()
  const { variantId } = await buildPiece({ sellerId: seller.sellerId })
  sellerOrderId = (await sell(seller.actor, [{ variantId }])).sellerOrderId
  const { orderId } = await order(await buildCart([{ variantId }]))
  paymentId = await pay(orderId)
})
afterAll(() => intruder.end())

const verify = () => prisma.$transaction(verifyLedger)

/** Does it, looks, and takes it back. */
async function planted(sql: string, params: unknown[] = []) {
  await intruder.query('BEGIN')
  await intruder.query(sql, params)
  await intruder.query('COMMIT')
  const found = await verify()
  return found
}

describe('verifyLedger', () => {
  it('finds nothing in books that were kept', async () => {
    expect(await verify()).toEqual([])
    expect(await owner.ledgerTransaction.count()).toBe(3)
  })

  it.each([
    [
      'an entry that was changed',
      `UPDATE "LedgerEntry" SET "amountMinor" = "amountMinor" + 1 WHERE purpose = 'earned'`,
      `UPDATE "LedgerEntry" SET "amountMinor" = "amountMinor" - 1 WHERE purpose = 'earned'`,
      ['balance'],
    ],
    [
      'an income that was changed',
      `UPDATE "IncomeAttribution" SET "amountFen" = "amountFen" + 1`,
      `UPDATE "IncomeAttribution" SET "amountFen" = "amountFen" - 1`,
      ['share'],
    ],
    [
      'an entry of another purpose with an income',
      `UPDATE "LedgerEntry" SET purpose = 'gift' WHERE purpose = 'share'`,
      `UPDATE "LedgerEntry" SET purpose = 'share' WHERE purpose = 'gift'`,
      ['attribution'],
    ],
    [
      'an entry in a currency that its account does not hold',
      `UPDATE "LedgerEntry" SET currency = 'HKD' WHERE "transactionId" = (SELECT min(id::text)::uuid FROM "LedgerTransaction" WHERE kind = 'payment')`,
      `UPDATE "LedgerEntry" SET currency = 'CNY'`,
      ['currency'],
    ],
    [
      'a payment of another amount',
      `UPDATE "Payment" SET "amountMinor" = "amountMinor" + 1`,
      `UPDATE "Payment" SET "amountMinor" = "amountMinor" - 1`,
      ['payment_amount', 'payment_amount'],
    ],
    [
      'a payment that was never taken',
      `UPDATE "Payment" SET state = 'open' WHERE id = $1`,
      `UPDATE "Payment" SET state = 'paid'`,
      ['booked_without_document'],
    ],
    [
      'a sale that was not completed',
      `UPDATE "SellerOrder" SET status = 'received' WHERE status = 'completed'`,
      `UPDATE "SellerOrder" SET status = 'completed' WHERE status = 'received'`,
      ['booked_without_document'],
    ],
    [
      'a posting that was renamed',
      `UPDATE "LedgerTransaction" SET reference = 'x' || reference WHERE kind = 'earned'`,
      `UPDATE "LedgerTransaction" SET reference = substr(reference, 2) WHERE kind = 'earned'`,
      ['earned_not_booked', 'booked_without_document'],
    ],
    [
      'the number of legs',
      `UPDATE "LedgerTransaction" SET legs = legs + 1 WHERE kind = 'earned'`,
      `UPDATE "LedgerTransaction" SET legs = legs - 1 WHERE kind = 'earned'`,
      ['legs'],
    ],
  ])('names %s', async (_, fault, mend, found) => {
    const params = fault.includes('$1') ? [paymentId] : []
    expect((await planted(fault, params)).map(({ rule }) => rule)).toEqual(found)
    expect(await planted(mend)).toEqual([])
  })

  it('names a posting that lost its entries, and one that is gone', async () => {
    const { rows } = await intruder.query(`SELECT * FROM "LedgerEntry" WHERE purpose = 'commission'`)
    expect(rows).toHaveLength(1)
    const lost = await planted(`DELETE FROM "LedgerEntry" WHERE purpose = 'commission'`)
    expect(lost).toEqual([
      { rule: 'legs', ref: `earned:${sellerOrderId}` },
      { rule: 'balance', ref: `earned:${sellerOrderId}` },
    ])
    await intruder.query(
      `INSERT INTO "LedgerEntry" (id, "transactionId", "accountId", currency, "amountMinor", purpose) VALUES ($1, $2, $3, $4, $5, $6)`,
      [rows[0].id, rows[0].transactionId, rows[0].accountId, 'CNY', rows[0].amountMinor, 'commission'],
    )
    expect(await verify()).toEqual([])
    const gone = await planted(
      `WITH t AS (DELETE FROM "LedgerTransaction" WHERE reference = 'payment:' || $1::text RETURNING id) DELETE FROM "LedgerEntry" USING t WHERE "transactionId" = t.id`,
      [paymentId],
    )
    expect(gone).toEqual([{ rule: 'payment_not_booked', ref: paymentId }])
  })
})

import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '~/platform/db/prisma.server'
import { owner } from '../../../tests/fixtures/owner'
import { order, pay, sell } from '../../../tests/fixtures/shopping'
import {
  buildActor,
  buildCart,
  buildGround,
  buildHousehold,
  buildPiece,
  buildSeller,
  joinHousehold,
} from '../../../tests/fixtures/world'
import type { Account } from './accounts'
import { findBalance } from './find-balance.server'
import { postTransaction } from './post-transaction.server'

beforeAll(buildGround)

const accounts: Account[] = [
  { system: 'stripe', kind: 'clearing' },
  { system: 'platform', kind: 'held' },
  { system: 'platform', kind: 'commission' },
  { system: 'bank', kind: 'bank' },
]

async function grandTotal(): Promise<bigint> {
  const [row] = await owner.$queryRaw<
    { total: bigint | null }[]
  >`SELECT sum("amountMinor")::bigint AS total FROM "LedgerEntry"`
  return row?.total ?? 0n
}

describe('the ledger', () => {
  it('sums to zero after any sequence of postings, repeated ones included', async () => {
    const posting = fc.record({
      reference: fc.integer({ min: 0, max: 30 }),
      amounts: fc.array(
        fc.bigInt({ min: -100_000n, max: 100_000n }).filter((amount) => amount !== 0n),
        { minLength: 1, maxLength: 3 },
      ),
    })
    await fc.assert(
      fc.asyncProperty(fc.uuid(), fc.array(posting, { maxLength: 8 }), async (run, postings) => {
        for (const { reference, amounts } of postings) {
          const rest = -amounts.reduce((sum, amount) => sum + amount, 0n)
          const legs = [...amounts, rest]
            .filter((amount) => amount !== 0n)
            .map((amount, index) => ({
              account: accounts[index] ?? { system: 'bank' as const, kind: 'bank' as const },
              amount,
              purpose: 'test',
            }))
          if (legs.length < 2) continue
          await prisma.$transaction((tx) =>
            postTransaction(tx, { reference: `${run}:${reference}`, kind: 'test', legs }),
          )
        }
        expect(await grandTotal()).toBe(0n)
      }),
      { numRuns: 25 },
    )
  })

  it('refuses what does not balance, in code and in the database', async () => {
    const legs = [
      { account: accounts[0] as Account, amount: 1n, purpose: 'x' },
      { account: accounts[1] as Account, amount: -2n, purpose: 'x' },
    ]
    await expect(
      prisma.$transaction((tx) => postTransaction(tx, { reference: 'unbalanced', kind: 'test', legs })),
    ).rejects.toThrow('sum to zero')
    const account = await prisma.$transaction(async (tx) => {
      await postTransaction(tx, {
        reference: 'balanced',
        kind: 'test',
        legs: [
          { account: accounts[0] as Account, amount: 2n, purpose: 'x' },
          { account: accounts[1] as Account, amount: -2n, purpose: 'x' },
        ],
      })
      return tx.ledgerEntry.findFirstOrThrow({ select: { accountId: true } })
    })
    const write = (legCount: number, amounts: bigint[], currencies = ['CNY', 'CNY']) =>
      prisma.ledgerTransaction.create({
        data: {
          reference: `raw-${legCount}-${amounts.join()}-${currencies.join()}`,
          kind: 'test',
          legs: legCount,
          entries: {
            create: amounts.map((amountMinor, at) => ({
              accountId: account.accountId,
              currency: currencies[at] ?? 'CNY',
              amountMinor,
              purpose: 'x',
            })),
          },
        },
      })
    await expect(write(2, [1n, -2n])).rejects.toThrow('does not sum to zero')
    await expect(write(3, [1n, -1n])).rejects.toThrow('another number of legs')
    await expect(write(2, [])).rejects.toThrow('another number of legs')
    await expect(write(2, [1n, -1n], ['CNY', 'USD'])).rejects.toThrow('does not sum to zero')
    await expect(write(2, [1n, -1n], ['USD', 'USD'])).rejects.toThrow(
      'a currency that an account does not hold',
    )
  })

  it('takes no late leg, no change and no deletion', async () => {
    await prisma.$transaction((tx) =>
      postTransaction(tx, {
        reference: 'sealed',
        kind: 'test',
        legs: [
          { account: accounts[0] as Account, amount: 5n, purpose: 'x' },
          { account: accounts[1] as Account, amount: -5n, purpose: 'x' },
        ],
      }),
    )
    const sealed = await prisma.ledgerTransaction.findUniqueOrThrow({
      where: { reference: 'sealed' },
      include: { entries: true },
    })
    const accountId = sealed.entries[0]?.accountId ?? ''
    const late = [1n, -1n].map((amountMinor) => ({
      transactionId: sealed.id,
      accountId,
      currency: 'CNY',
      amountMinor,
      purpose: 'late',
    }))
    await expect(prisma.ledgerEntry.createMany({ data: late })).rejects.toThrow('another number of legs')
    await expect(
      prisma.ledgerAccount.update({ where: { id: accountId }, data: { currency: 'USD' } }),
    ).rejects.toThrow('never changes')
    const written = prisma.$transaction(async (tx) => {
      const { id } = await tx.ledgerTransaction.create({
        data: { reference: 'in parts', kind: 'test', legs: 2 },
      })
      for (const one of late) await tx.ledgerEntry.create({ data: { ...one, transactionId: id } })
      // what was looked at is not taken for all that comes
      await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`
      await tx.ledgerEntry.createMany({ data: late.map((one) => ({ ...one, transactionId: id })) })
    })
    await expect(written).rejects.toThrow('another number of legs')
    await expect(
      prisma.ledgerEntry.updateMany({ where: { transactionId: sealed.id }, data: { purpose: 'changed' } }),
    ).rejects.toThrow()
    await expect(
      owner.ledgerEntry.updateMany({ where: { transactionId: sealed.id }, data: { purpose: 'changed' } }),
    ).rejects.toThrow('append-only')
    await expect(owner.ledgerEntry.deleteMany({ where: { transactionId: sealed.id } })).rejects.toThrow(
      'append-only',
    )
    await expect(owner.$executeRaw`TRUNCATE "LedgerEntry" CASCADE`).rejects.toThrow('append-only')
  })
})

describe('the application’s own role', () => {
  const tables = ['LedgerTransaction', 'LedgerEntry', 'IncomeAttribution', 'PaymentEvent', 'RefundEvent']

  it.each(tables)('cannot change, delete, empty or unlock %s', async (table) => {
    for (const sql of [
      `UPDATE "${table}" SET id = id`,
      `DELETE FROM "${table}"`,
      `TRUNCATE "${table}" CASCADE`,
      `ALTER TABLE "${table}" DISABLE TRIGGER ALL`,
      `ALTER TABLE "${table}" DISABLE TRIGGER USER`,
      `DROP TABLE "${table}"`,
      `ALTER TABLE "${table}" OWNER TO CURRENT_USER`,
    ])
      await expect(prisma.$executeRawUnsafe(sql), sql).rejects.toThrow(
        /permission denied|must be owner|append-only/,
      )
  })

  it('cannot switch the triggers off, nor become somebody who can', async () => {
    for (const sql of [
      `SET session_replication_role = replica`,
      `SET LOCAL session_replication_role = replica`,
      `SELECT set_config('session_replication_role', 'replica', false)`,
      `SET ROLE "${new URL(process.env.MIGRATE_DATABASE_URL ?? '').username}"`,
      `ALTER ROLE CURRENT_USER SUPERUSER`,
      `CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
    ])
      await expect(prisma.$executeRawUnsafe(sql), sql).rejects.toThrow(
        /permission denied|must be owner|must be superuser/,
      )
  })
})

describe('a sale in the ledger', () => {
  it('turns held money into her share, postage and commission, and attributes the share to her household of that day', async () => {
    const { sellerId, person, actor } = await buildSeller()
    const verifier = await buildActor({ role: 'coordinator', region: '620123' })
    const { householdId, termId } = await buildHousehold()
    await joinHousehold({ personId: person.personId, householdId, verifiedById: verifier.userId })
    const piece = await buildPiece({ sellerId, priceFen: 6801n, stock: 5 })
    const { sellerOrderId } = await sell(actor, [piece])
    expect(await findBalance(prisma, { sellerId, kind: 'payable' })).toBe(-(6801n - 340n + 1000n))
    const attributed = await owner.incomeAttribution.findMany({
      where: { ledgerEntry: { transaction: { reference: `earned:${sellerOrderId}` } } },
    })
    expect(attributed).toMatchObject([
      {
        householdId,
        noHouseholdReason: null,
        statusTermId: termId,
        personId: person.personId,
        amountFen: 6461n,
      },
    ])
    expect(await grandTotal()).toBe(0n)
  })

  it('states the reason when there is no verified household', async () => {
    const unlinked = await buildSeller()
    const workshop = await buildSeller({ kind: 'workshop' })
    const one = await sell(unlinked.actor, [await buildPiece({ sellerId: unlinked.sellerId })])
    const two = await sell(workshop.actor, [await buildPiece({ sellerId: workshop.sellerId })])
    const reasonOf = async (id: string) =>
      (
        await owner.incomeAttribution.findFirstOrThrow({
          where: { ledgerEntry: { transaction: { sellerOrderId: id } } },
        })
      ).noHouseholdReason
    expect(await reasonOf(one.sellerOrderId)).toBe('unverified')
    expect(await reasonOf(two.sellerOrderId)).toBe('no_person')
  })

  it('holds what was bought once, and sets aside what came twice', async () => {
    const { sellerId } = await buildSeller()
    const { orderId } = await order(await buildCart([await buildPiece({ sellerId })]))
    await pay(orderId)
    await pay(orderId)
    const came = await owner.ledgerEntry.findMany({
      where: { transaction: { orderId, kind: 'payment' }, amountMinor: { lt: 0 } },
      orderBy: { id: 'asc' },
      select: { amountMinor: true, account: { select: { kind: true } } },
    })
    // what was bought is held; the second money is set aside until it has gone back
    expect(came.map(({ account, amountMinor }) => [account.kind, amountMinor])).toEqual([
      ['held', -7800n],
      ['suspense', -7800n],
    ])
    expect(
      await owner.refund.findMany({
        where: { payment: { due: { orderId } } },
        select: { reason: true, amountMinor: true },
      }),
    ).toEqual([{ reason: 'duplicate', amountMinor: 7800n }])
  })
})

import { beforeAll, expect, it } from 'vitest'
import { prisma } from '~/platform/db/prisma.server'
import { owner } from '../../../tests/fixtures/owner'
import { openPool } from '../../../tests/fixtures/payouts'
import { buildGround, buildPerson, buildSeller } from '../../../tests/fixtures/world'
import type { Account } from './accounts'
import { findBalance } from './find-balance.server'
import { postTransaction } from './post-transaction.server'

beforeAll(async () => {
  await buildGround()
  await openPool()
})

const held: Account = { system: 'platform', kind: 'held' }

/** As the owner, whose transactions are not done again: a deadlock is seen. Posts one fen for each of these accounts, in this order. */
function post(accounts: readonly Account[]): Promise<unknown> {
  return owner.$transaction((tx) =>
    postTransaction(tx, {
      reference: `test:${crypto.randomUUID()}`,
      kind: 'test',
      legs: [
        ...accounts.map((account) => ({ account, amount: -1n, purpose: 'test' })),
        { account: held, amount: BigInt(accounts.length), purpose: 'test' },
      ],
    }),
  )
}

/** Reads balances under their lock, as an approval does: all of them at once, in the order of their ids. */
function readLocked(names: readonly string[]): Promise<unknown> {
  return owner.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "LedgerAccount" WHERE name = ANY (${names}) ORDER BY id FOR UPDATE`
    await tx.$executeRaw`SELECT pg_sleep(0.005)`
  })
}

/** A maker and her broker, neither with an account yet. */
async function newPair(): Promise<[Account, Account]> {
  const [{ sellerId }, { personId }] = await Promise.all([buildSeller(), buildPerson()])
  return [
    { sellerId, kind: 'payable' },
    { personId, kind: 'payable' },
  ]
}

it('postings with their legs the other way round open the same accounts at once', async () => {
  for (let round = 0; round < 15; round += 1) {
    const [maker, broker] = await newPair()
    const both = [maker, broker]
    await Promise.all([post(both), post([broker, maker]), post(both), post([broker, maker])])
    expect([await findBalance(prisma, maker), await findBalance(prisma, broker)]).toEqual([-4n, -4n])
  }
})

it('postings and approvals of the same maker and broker never wait in a circle', async () => {
  const [maker, broker] = await newPair()
  await post([maker, broker])
  const rows = await owner.ledgerAccount.findMany({
    where: { kind: 'payable' },
    orderBy: { id: 'asc' },
    select: { name: true },
  })
  const names = rows.map(({ name }) => name)
  for (let round = 0; round < 40; round += 1) {
    await Promise.all([
      ...[1, 2, 3].map(() => post([maker, broker])),
      ...[1, 2, 3].map(() => post([broker, maker])),
      ...[1, 2].map(() => readLocked(names)),
    ])
  }
  expect([await findBalance(prisma, maker), await findBalance(prisma, broker)]).toEqual([-241n, -241n])
})

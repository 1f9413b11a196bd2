import process from 'node:process'
import { parseArgs } from 'node:util'
import { findBalancesAt } from '../../app/modules/ledger/find-balances-at.server'
import { verifyLedger } from '../../app/modules/ledger/verify-ledger.server'
import { prisma, type Tx } from '../../app/platform/db/prisma.server'

/** Run by `ledger:verify` with the application's environment: the books are read as the application may read them. */
const { at } = parseArgs({ options: { at: { type: 'string' } } }).values

async function verify(tx: Tx): Promise<void> {
  const faults = await verifyLedger(tx)
  const [first, ...more] = faults
  if (!first) {
    const [transactions, entries] = [await tx.ledgerTransaction.count(), await tx.ledgerEntry.count()]
    console.log(`The books are right: ${transactions} transactions, ${entries} entries.`)
    return
  }
  console.error(`The books are broken: ${first.rule} at ${first.ref}.`)
  if (more.length > 0) console.error(`${more.length} more:`)
  for (const { rule, ref } of more.slice(0, 49)) console.error(`  ${rule} at ${ref}`)
  process.exitCode = 1
}

async function replay(tx: Tx, instant: Date): Promise<void> {
  for (const { name, currency, balance } of await findBalancesAt(tx, instant))
    console.log(`${name}\t${currency}\t${balance}`)
}

const instant = at === undefined ? null : new Date(at)
if (instant && Number.isNaN(instant.getTime())) {
  console.error('--at takes an instant such as 2026-11-27T12:00:00+08:00.')
  process.exitCode = 1
} else {
  await prisma.$transaction((tx) => (instant ? replay(tx, instant) : verify(tx)), { timeout: 10 * 60_000 })
}
await prisma.$disconnect()

import process from 'node:process'
import { verifyLedger } from '../../app/modules/ledger/verify-ledger.server'
import { prisma } from '../../app/platform/db/prisma.server'

/** Run by `ledger:verify` with the application's environment: the books are read as the application may read them. */
const counts = await prisma.$transaction(
  async (tx) => ({
    faults: await verifyLedger(tx),
    transactions: await tx.ledgerTransaction.count(),
    entries: await tx.ledgerEntry.count(),
  }),
  { timeout: 10 * 60_000 },
)
const { faults, transactions, entries } = counts
const [first] = faults
if (first) {
  console.error(`The books are broken: ${first.rule} at ${first.ref}.`)
  if (faults.length > 1) console.error(`${faults.length - 1} more:`)
  for (const { rule, ref } of faults.slice(1, 50)) console.error(`  ${rule} at ${ref}`)
  process.exitCode = 1
} else {
  console.log(`The books are right: ${transactions} transactions, ${entries} entries.`)
}
await prisma.$disconnect()

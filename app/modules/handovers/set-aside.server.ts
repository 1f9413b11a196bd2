import { type Account, accountName } from '~/modules/ledger/accounts'
import { findBalance } from '~/modules/ledger/find-balance.server'
import { postTransaction } from '~/modules/ledger/post-transaction.server'
import { withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'

/**
 * What a shop is owed, less what it owes, goes to the purse of the owner who did not give her word: hers when she is there again, or her heirs' by a succession. Answers how much; nothing where the shop owes as much. What is sold and may
 * still come back stays with the shop.
 */
export function setAside(
  tx: Tx,
  { handoverId, sellerId, fromPersonId }: { handoverId: string; sellerId: string; fromPersonId: string },
): Promise<bigint> {
  return withinScope(tx, { job: 'payout' }, async () => {
    const payable: Account = { sellerId, kind: 'payable' }
    const debt: Account = { sellerId, kind: 'seller_debt' }
    // in the order in which a payout's approval locks them
    const names = [accountName(payable), accountName(debt)]
    await tx.$executeRaw`SELECT 1 FROM "LedgerAccount" WHERE name = ANY (${names}) ORDER BY id FOR UPDATE`
    const amount = -(await findBalance(tx, payable)) - (await findBalance(tx, debt))
    if (amount <= 0n) return 0n
    await postTransaction(tx, {
      reference: `handover:${handoverId}`,
      kind: 'handover',
      legs: [
        { account: payable, amount, purpose: 'set_aside' },
        { account: { personId: fromPersonId, kind: 'payable' }, amount: -amount, purpose: 'set_aside' },
      ],
    })
    return amount
  })
}

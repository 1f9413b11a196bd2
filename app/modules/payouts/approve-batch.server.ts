import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { postTransaction } from '~/modules/ledger/post-transaction.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { advanceBatch } from './advance-batch.server'
import { advanceLine } from './advance-line.server'
import { lockBatch } from './lock-batch.server'

type CheckedLine = {
  id: string
  sellerId: string
  nameZh: string
  amountFen: bigint
  /** what is owed to her now, fen */
  balanceFen: bigint
  accountStands: boolean
}

/**
 * A second person signs: every line leaves what is owed for what is on its way. Balances are read again under a lock that no posting passes, and the
 * cards once more. Refuses the preparer herself, a batch in another state, a line above its balance or without a standing card (with the seller's name).
 * Pressing twice is once.
 */
export function approveBatch({ actor, batchId }: { actor: Actor; batchId: string }): Promise<void> {
  return inScope({ job: 'payout' }, async (tx) => {
    const batch = await lockBatch(tx, batchId)
    if (batch.preparedById === actor.userId) throw new Refusal('payout.ownBatch', 409)
    if (batch.state === 'approved' && batch.approvedById === actor.userId) return
    if (batch.state !== 'prepared') throw new Refusal('payout.notPrepared', 409)
    const lines = await checkLines(tx, batchId)
    await advanceBatch(tx, {
      batchId,
      to: 'approved',
      actorUserId: actor.userId,
      data: { approvedById: actor.userId, approvedAt: await appNow(tx) },
    })
    for (const line of lines) await sendLine(tx, line)
    await recordAudit(tx, {
      actor,
      action: 'payout.approved',
      subject: { type: 'PayoutBatch', id: batchId },
      detail: { lines: lines.length, totalFen: String(batch.totalFen) },
    })
  })
}

/**
 * The lines with the balance behind each. FOR UPDATE on the ledger accounts waits for postings under way (their foreign keys hold the rows) and holds
 * back new ones until this transaction ends.
 */
async function checkLines(tx: Tx, batchId: string): Promise<CheckedLine[]> {
  await tx.$executeRaw`
    SELECT 1 FROM "LedgerAccount" a WHERE a.kind = 'payable' AND a.currency = 'CNY'
      AND a."partyId" IN (SELECT l."partyId" FROM "PayoutLine" l WHERE l."batchId" = ${batchId}::uuid) ORDER BY a.id FOR UPDATE`
  const lines = await tx.$queryRaw<CheckedLine[]>`
    SELECT l.id, p."sellerId", s."nameZh", l."amountFen",
      (SELECT -coalesce(sum(e."amountMinor"), 0) FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId"
        WHERE a."partyId" = l."partyId" AND a.kind = 'payable' AND a.currency = 'CNY')::bigint AS "balanceFen",
      (b."closedAt" IS NULL AND b."usableFrom" <= app_now() AND c."withdrawnAt" IS NULL) AS "accountStands"
    FROM "PayoutLine" l JOIN "Party" p ON p.id = l."partyId" JOIN "Seller" s ON s.id = p."sellerId"
    JOIN "BankAccount" b ON b.id = l."bankAccountId" LEFT JOIN "Consent" c ON c.id = b."consentId"
    WHERE l."batchId" = ${batchId}::uuid ORDER BY l.seq`
  for (const line of lines) {
    if (line.amountFen > line.balanceFen) throw new Refusal('payout.aboveBalance', 409, { name: line.nameZh })
    if (!line.accountStands) throw new Refusal('payout.accountGone', 409, { name: line.nameZh })
  }
  return lines
}

async function sendLine(tx: Tx, { id, sellerId, amountFen }: CheckedLine): Promise<void> {
  if (!(await advanceLine(tx, { lineId: id, to: 'in_transit' })))
    throw new Error('a prepared batch holds a line that is not')
  await postTransaction(tx, {
    reference: `payout:${id}:approved`,
    kind: 'payout',
    legs: [
      { account: { sellerId, kind: 'payable' }, amount: amountFen, purpose: 'payout' },
      { account: { sellerId, kind: 'in_transit' }, amount: -amountFen, purpose: 'payout' },
    ],
  })
}

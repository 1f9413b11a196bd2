import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { type Leg, postTransaction } from '~/modules/ledger/post-transaction.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { failpoint } from '~/platform/failpoint.server'
import { enqueue } from '~/platform/jobs/boss.server'
import { advanceBatch } from './advance-batch.server'
import { advanceLine } from './advance-line.server'
import { rateNote } from './batch-notes'
import { findTransferRate } from './find-transfer-rate.server'
import { lockBatch } from './lock-batch.server'
import { accountOf, type PaidParty } from './party-account'
import { requireArrangement } from './require-arrangement.server'

type CheckedLine = PaidParty & {
  id: string
  name: string
  amountFen: bigint
  nettedFen: bigint
  /** what is owed to her now, fen */
  balanceFen: bigint
  /** what she owes now, fen */
  debtFen: bigint
  accountStands: boolean
  isAgreed: boolean
}

/**
 * A second person signs: every line leaves what is owed for what is on its way, and what is kept back goes against her debt. Balances are read again under a
 * lock that no posting passes, and the cards once more. Transfers get their rate and their jobs in the same transaction. Refuses the preparer herself, a
 * batch in another state, a line above its balance, above her debt or without a standing account (with her name) and, in live mode, without a lawful
 * set-up. Pressing twice is once.
 */
export function approveBatch({ actor, batchId }: { actor: Actor; batchId: string }): Promise<void> {
  return inScope({ job: 'payout' }, async (tx) => {
    await requireArrangement(tx)
    const batch = await lockBatch(tx, batchId)
    if (batch.preparedById === actor.userId) throw new Refusal('payout.ownBatch', 409)
    if (batch.state === 'approved' && batch.approvedById === actor.userId) return
    if (batch.state !== 'prepared') throw new Refusal('payout.notPrepared', 409)
    const lines = await checkLines(tx, batchId)
    const isTransfer = batch.rail === 'stripe_transfer'
    await advanceBatch(tx, {
      batchId,
      to: 'approved',
      actorUserId: actor.userId,
      note: isTransfer ? rateNote(await findTransferRate(tx)) : null,
      data: { approvedById: actor.userId, approvedAt: await appNow(tx) },
    })
    for (const line of lines) {
      await sendLine(tx, line)
      await failpoint('payout.line.sent')
      if (isTransfer) await enqueue(tx, 'payout-transfer', { lineId: line.id })
    }
    await recordAudit(tx, {
      actor,
      action: 'payout.approved',
      subject: { type: 'PayoutBatch', id: batchId },
      detail: { lines: lines.length, totalFen: String(batch.totalFen) },
    })
  })
}

/**
 * The lines with the balance and the debt behind each. FOR UPDATE on the ledger accounts waits for postings under way (their foreign keys hold the rows) and
 * holds back new ones until this transaction ends.
 */
async function checkLines(tx: Tx, batchId: string): Promise<CheckedLine[]> {
  await tx.$executeRaw`
    SELECT 1 FROM "LedgerAccount" a WHERE a.kind IN ('payable', 'seller_debt') AND a.currency = 'CNY'
      AND a."partyId" IN (SELECT l."partyId" FROM "PayoutLine" l WHERE l."batchId" = ${batchId}::uuid) ORDER BY a.id FOR UPDATE`
  const lines = await tx.$queryRaw<CheckedLine[]>`
    SELECT l.id, p."sellerId", p."personId", coalesce(s."nameZh", n.name, '') AS name, l."amountFen", l."nettedFen",
      coalesce(-held.payable, 0)::bigint AS "balanceFen", coalesce(held.debt, 0)::bigint AS "debtFen",
      CASE WHEN x.id IS NOT NULL THEN x.state = 'enabled' AND x."endedAt" IS NULL AND coalesce(party_consents(x."consentId", x."partyId", 'payout_abroad'), false)
        ELSE b."closedAt" IS NULL AND b."usableFrom" <= app_now() END AS "accountStands",
      x.id IS NOT NULL OR b.relation = 'self' OR coalesce(party_consents(b."consentId", b."partyId", 'account_in_other_name'), false) AS "isAgreed"
    FROM "PayoutLine" l JOIN "Party" p ON p.id = l."partyId" LEFT JOIN "Seller" s ON s.id = p."sellerId" LEFT JOIN "Person" n ON n.id = p."personId"
    LEFT JOIN "BankAccount" b ON b.id = l."bankAccountId"
    LEFT JOIN "ConnectAccount" x ON x.id = l."connectAccountId"
    LEFT JOIN LATERAL (
      SELECT sum(e."amountMinor") FILTER (WHERE a.kind = 'payable') AS payable, sum(e."amountMinor") FILTER (WHERE a.kind = 'seller_debt') AS debt
      FROM "LedgerAccount" a JOIN "LedgerEntry" e ON e."accountId" = a.id
      WHERE a."partyId" = l."partyId" AND a.kind IN ('payable', 'seller_debt') AND a.currency = 'CNY') held ON true
    WHERE l."batchId" = ${batchId}::uuid ORDER BY l.seq`
  for (const { name, amountFen, nettedFen, balanceFen, debtFen, accountStands, isAgreed } of lines) {
    if (amountFen + nettedFen > balanceFen) throw new Refusal('payout.aboveBalance', 409, { name })
    if (nettedFen > debtFen) throw new Refusal('payout.aboveDebt', 409, { name })
    if (!isAgreed) throw new Refusal('payout.notAgreed', 409, { name })
    if (!accountStands) throw new Refusal('payout.accountGone', 409, { name })
  }
  return lines
}

async function sendLine(tx: Tx, { id, amountFen, nettedFen, ...party }: CheckedLine): Promise<void> {
  if (!(await advanceLine(tx, { lineId: id, to: 'in_transit' })))
    throw new Error('a prepared batch holds a line that is not')
  const payable = accountOf(party, 'payable')
  const netting: Leg[] =
    nettedFen === 0n
      ? []
      : [
          { account: payable, amount: nettedFen, purpose: 'debt' },
          { account: accountOf(party, 'seller_debt'), amount: -nettedFen, purpose: 'debt' },
        ]
  await postTransaction(tx, {
    reference: `payout:${id}:approved`,
    kind: 'payout',
    legs: [
      { account: payable, amount: amountFen, purpose: 'payout' },
      { account: accountOf(party, 'in_transit'), amount: -amountFen, purpose: 'payout' },
      ...netting,
    ],
  })
}

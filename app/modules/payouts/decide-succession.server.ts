import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findBalance } from '~/modules/ledger/find-balance.server'
import { findOrCreateParty } from '~/modules/ledger/find-or-create-account.server'
import { postTransaction } from '~/modules/ledger/post-transaction.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { accountOf, type PaidParty } from './party-account'

type DecideInput = { actor: Actor; successionId: string; isApproved: boolean }

type Found = PaidParty & {
  id: string
  state: string
  proposedById: string
  partyId: string
  heirPersonId: string
}

/**
 * A second person decides. Approved: what is owed to her passes to the heir's own account in the books, and her cards are closed. Refuses the proposer herself, a
 * decision already made otherwise, and a balance of which a part is in a batch (it has to be settled or cancelled first). Deciding twice alike is once.
 */
export function decideSuccession({ actor, successionId, isApproved }: DecideInput): Promise<void> {
  return inScope({ job: 'payout' }, async (tx) => {
    const succession = await lockSuccession(tx, successionId)
    const state = isApproved ? 'approved' : 'refused'
    if (succession.proposedById === actor.userId) throw new Refusal('payout.successionOwn', 409)
    if (succession.state === state) return
    if (succession.state !== 'proposed') throw new Refusal('payout.successionDecided', 409)
    const amountFen = isApproved ? await handOver(tx, succession) : null
    await tx.succession.update({
      where: { id: successionId },
      data: { state, amountFen, decidedById: actor.userId, decidedAt: await appNow(tx) },
    })
    await recordAudit(tx, {
      actor,
      action: `succession.${state}`,
      subject: { type: 'Succession', id: successionId },
      detail: amountFen === null ? {} : { amountFen: String(amountFen) },
    })
  })
}

async function lockSuccession(tx: Tx, successionId: string): Promise<Found> {
  const [found] = await tx.$queryRaw<Found[]>`
    SELECT s.id, s.state::text AS state, s."proposedById", s."partyId", s."heirPersonId", p."sellerId", p."personId"
    FROM "Succession" s JOIN "Party" p ON p.id = s."partyId" WHERE s.id = ${successionId}::uuid FOR UPDATE OF s`
  if (!found) throw notFound()
  return found
}

async function handOver(tx: Tx, { id, partyId, heirPersonId, ...party }: Found): Promise<bigint> {
  await tx.$executeRaw`
    SELECT 1 FROM "LedgerAccount" a WHERE a."partyId" = ${partyId}::uuid AND a.kind IN ('payable', 'seller_debt') ORDER BY a.id FOR UPDATE`
  const open = await tx.payoutLine.count({ where: { partyId, state: { in: ['prepared', 'in_transit'] } } })
  if (open > 0) throw new Refusal('payout.successionInBatch', 409)
  const payable = accountOf(party, 'payable')
  const amountFen = -(await findBalance(tx, payable))
  await tx.bankAccount.updateMany({
    where: { partyId, closedAt: null },
    data: { closedAt: await appNow(tx) },
  })
  await findOrCreateParty(tx, { personId: heirPersonId })
  if (amountFen > 0n)
    await postTransaction(tx, {
      reference: `succession:${id}`,
      kind: 'succession',
      legs: [
        { account: payable, amount: amountFen, purpose: 'succession' },
        {
          account: { personId: heirPersonId, kind: 'payable' },
          amount: -amountFen,
          purpose: 'succession',
        },
      ],
    })
  return amountFen
}

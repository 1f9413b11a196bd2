import type { Actor } from '~/modules/auth/actor'
import { type Day, dayOf } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { toSafeNumber } from '~/platform/money'

/** A payment to her: on its way, on her card, or sent back by the bank. Fen. */
export type OwnPayout = {
  id: string
  state: 'in_transit' | 'paid' | 'failed' | 'returned'
  /** when it was signed, while it is on its way; else when the bank answered */
  day: Day
  amountFen: number
  /** what of her balance went against her debt with it */
  keptFen: number
  /** null: to her account with the payment provider */
  last4: string | null
  /** the bank's words about one that came back */
  reason: string | null
}

/** The payments to the actor's sellers that two people have signed, newest first, at most twelve; older ones stand in the statements. */
export async function findOwnPayouts({ actor }: { actor: Actor }): Promise<OwnPayout[]> {
  const rows = await inScope({ job: 'payout' }, (tx) =>
    tx.payoutLine.findMany({
      where: {
        party: { sellerId: { in: actor.sellerIds } },
        state: { in: ['in_transit', 'paid', 'failed', 'returned'] },
      },
      orderBy: [{ batch: { approvedAt: 'desc' } }, { id: 'desc' }],
      take: 12,
      select: {
        id: true,
        state: true,
        amountFen: true,
        nettedFen: true,
        failureReason: true,
        finishedAt: true,
        bankAccount: { select: { last4: true } },
        batch: { select: { approvedAt: true } },
      },
    }),
  )
  return rows.flatMap(({ state, finishedAt, batch, ...row }) => {
    const at = finishedAt ?? batch.approvedAt
    if (state === 'prepared' || state === 'cancelled' || !at) return []
    return {
      id: row.id,
      state,
      day: dayOf(at),
      amountFen: toSafeNumber(row.amountFen),
      keptFen: toSafeNumber(row.nettedFen),
      last4: row.bankAccount?.last4 ?? null,
      reason: row.failureReason,
    }
  })
}

import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'

type ExplainInput = { actor: Actor; differenceId: string; explanation: string }

/** A person says why the two sides differ; the row is closed and its words stay. Refuses one that is closed already. */
export function explainDifference({ actor, differenceId, explanation }: ExplainInput): Promise<void> {
  return inScope(actor, async (tx) => {
    const { count } = await tx.reconciliationDifference.updateMany({
      where: { id: differenceId, closedAt: null },
      data: { closedAt: await appNow(tx), closedById: actor.userId, explanation },
    })
    if (count === 0) {
      const known = await tx.reconciliationDifference.count({ where: { id: differenceId } })
      throw known === 0 ? notFound() : new Refusal('reconciliation.alreadyClosed', 409)
    }
    await recordAudit(tx, {
      actor,
      action: 'difference.explained',
      subject: { type: 'ReconciliationDifference', id: differenceId },
      reason: explanation,
    })
  })
}

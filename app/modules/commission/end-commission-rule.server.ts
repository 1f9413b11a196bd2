import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { type Day, startOf } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { lockRules, requireFuture } from './add-commission-rule.server'

/** A rule is no longer asked from a day on. Refuses a day before tomorrow, the rule for everything else, and one that ends by then; 404 when there is none. */
export function endCommissionRule({
  actor,
  ruleId,
  from,
}: {
  actor: Actor
  ruleId: string
  from: Day
}): Promise<void> {
  return inScope(actor, async (tx) => {
    await lockRules(tx)
    const rule = await tx.commissionRule.findUnique({ where: { id: ruleId } })
    if (!rule) throw notFound()
    if (!rule.craftId && !rule.sellerKind && !rule.campaign) throw new Refusal('commission.generalEnds', 409)
    await requireFuture(tx, from)
    const validTo = startOf(from)
    if ((rule.validTo && rule.validTo <= validTo) || rule.validFrom >= validTo)
      throw new Refusal('commission.alreadyEnded', 409)
    await tx.commissionRule.update({ where: { id: ruleId }, data: { validTo } })
    await recordAudit(tx, {
      actor,
      action: 'commission.ended',
      subject: { type: 'CommissionRule', id: ruleId },
      detail: { from },
    })
  })
}

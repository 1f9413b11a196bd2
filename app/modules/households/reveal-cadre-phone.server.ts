import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { readCadrePhone } from './cadre-phone.server'

type RevealInput = { actor: Actor; householdId: string; factsId: string; reason: string }

/**
 * The telephone of the cadre responsible for a household of the coordinator's region in the clear, as one entry of the register has it, for a reason in her words. Written into the audit before it is told; more than 50
 * openings in an hour call somebody to look (trigger revealed_often). Anybody else is a 404, and so is a number that is not on record.
 */
export function revealCadrePhone({ actor, householdId, factsId, reason }: RevealInput): Promise<string> {
  return inScope(actor, async (tx) => {
    const facts = await tx.householdFacts.findFirst({ where: { id: factsId, householdId } })
    const number = facts && (await readCadrePhone(tx, facts))
    if (!number) throw notFound()
    await recordAudit(tx, {
      actor,
      action: 'secret.revealed',
      subject: { type: 'Household', id: householdId },
      reason,
      detail: { field: 'cadre_phone', factsId },
    })
    return number
  })
}

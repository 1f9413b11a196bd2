import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { readSecret } from '~/modules/people/read-secret.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import type { MemberNumber } from './schema'

type RevealInput = { actor: Actor; householdId: string; reason: string } & MemberNumber

/**
 * One number in the clear, phone or identity, of a member of a household of the coordinator's region, for a reason in her words. Written into the audit before it is told; more than 50 openings in an hour call somebody to
 * look (trigger revealed_often). Anybody else is a 404, and so is a number that is not on record.
 */
export function revealNumber({ actor, householdId, personId, field, reason }: RevealInput): Promise<string> {
  return inScope(actor, async (tx) => {
    const member = await tx.householdMember.findFirst({
      where: { householdId, personId },
      select: { id: true },
    })
    const number = member && (await readSecret(tx, { personId, field }))
    if (!number) throw notFound()
    await recordAudit(tx, {
      actor,
      action: 'secret.revealed',
      subject: { type: 'Person', id: personId },
      reason,
      detail: { field, householdId },
    })
    return number
  })
}

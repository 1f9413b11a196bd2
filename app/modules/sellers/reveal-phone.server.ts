import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { readSecret } from '~/modules/people/read-secret.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'

type RevealInput = { actor: Actor; sellerId: string; personId: string; reason: string }

/**
 * One phone number in the clear, of a person behind a seller of the coordinator's region, for a reason in her words. Written into the audit before it is
 * told; more than 50 openings in an hour call somebody to look (trigger revealed_often). Anybody else is a 404.
 */
export function revealPhone({ actor, sellerId, personId, reason }: RevealInput): Promise<string> {
  return inScope(actor, async (tx) => {
    if (!actor.regionId) throw notFound()
    const behind = await tx.sellerPerson.findFirst({
      where: { sellerId, personId, seller: { region: { ancestorIds: { has: actor.regionId } } } },
      select: { id: true },
    })
    const phone = behind && (await readSecret(tx, { personId, field: 'phone' }))
    if (!phone) throw notFound()
    await recordAudit(tx, {
      actor,
      action: 'secret.revealed',
      subject: { type: 'Person', id: personId },
      reason,
      detail: { field: 'phone', sellerId },
    })
    return phone
  })
}

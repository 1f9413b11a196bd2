import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { findOpenMandate } from './find-open-mandate.server'

/** The agent signs what a maker asked of her. Signing what she has signed changes nothing; refuses what is over, and as a broker somebody who is none. */
export async function acceptMandate({
  actor,
  mandateId,
}: {
  actor: Actor
  mandateId: string
}): Promise<void> {
  await inScope({ person: actor.personId }, async (tx) => {
    const mandate = await findOpenMandate(tx, { actor, mandateId })
    if (!mandate.isAgent) throw notFound()
    if (mandate.signedByAgentAt) return
    if (mandate.agentKind === 'broker' && !actor.roles.includes('broker'))
      throw new Refusal('mandate.notBroker', 403)
    const { count } = await tx.mandate.updateMany({
      where: { id: mandateId, revokedAt: null, signedByAgentAt: null },
      data: { signedByAgentAt: await appNow(tx) },
    })
    if (count === 0) throw new Refusal('mandate.settled', 409)
    await recordAudit(tx, { actor, action: 'mandate.accepted', subject: { type: 'Mandate', id: mandateId } })
  })
}

import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { readSecret } from '~/modules/people/read-secret.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { log } from '~/platform/log.server'

/** Reveals in an hour above which somebody looks: nobody telephones fifty makers in that time. */
const alarmAbove = 50
const hour = 60 * 60 * 1000

type RevealInput = { actor: Actor; sellerId: string; personId: string; reason: string }

/**
 * One phone number in the clear, of a person behind a seller of the coordinator's region, for a reason in her words. Written into the audit before it is
 * told; more than 50 in an hour raise an alarm in the log. Anybody else is a 404.
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
    await alarmOnMany(tx, actor)
    return phone
  })
}

async function alarmOnMany(tx: Tx, { userId }: Actor): Promise<void> {
  const since = new Date((await appNow(tx)).getTime() - hour)
  const count = await tx.auditEvent.count({
    where: { actorUserId: userId, action: 'secret.revealed', at: { gte: since } },
  })
  if (count > alarmAbove) log.warn('secret.revealed_often', { userId, count })
}

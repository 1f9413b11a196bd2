import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { lockLinked } from './lock-person.server'

type VerifyInput = { actor: Actor; linkId: string; evidence: string }

/**
 * Confirms a link that waits for a coordinator, as it stands, with the evidence she saw; the membership it names is verified with it. Refuses a person of
 * another region (404), the coordinator's own record or one of her household (403) and what a colleague is on (409); verified twice is once.
 */
export function verifyLink({ actor, linkId, evidence }: VerifyInput): Promise<void> {
  return inScope(actor, async (tx) => {
    const link = await tx.householdLink.findUnique({
      where: { id: linkId },
      select: { personId: true, memberId: true },
    })
    if (!link) throw notFound()
    await lockLinked(tx, { actor, personId: link.personId })
    const verified = { verifiedById: actor.userId, verifiedAt: await appNow(tx) }
    const { count } = await tx.householdLink.updateMany({
      where: { id: linkId, verifiedAt: null },
      data: { ...verified, evidence },
    })
    if (count === 0) return
    if (link.memberId)
      await tx.householdMember.updateMany({ where: { id: link.memberId, verifiedAt: null }, data: verified })
    await recordAudit(tx, {
      actor,
      action: 'household_link.verified',
      subject: { type: 'Person', id: link.personId },
      detail: { linkId, memberId: link.memberId },
    })
  })
}

import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { type Day, fromDateColumn } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { lockLinked, refuseFuture } from './lock-person.server'
import { writeLink } from './write-link.server'

type LinkInput = {
  actor: Actor
  personId: string
  /** one of her memberships; null: she is not from a registered household */
  memberId: string | null
  validFrom: Day
  evidence: string
}

/**
 * A coordinator of the person's region says, with evidence, to which household her income belongs from a day on, or that it belongs to none. What was
 * earned before keeps what was fixed then. Refuses what a colleague is on (409), a person or membership of another region (404), a day in the future or outside the membership, her own
 * record, and a day on which another verified link holds: that one is ended first.
 */
export function linkHousehold(input: LinkInput): Promise<{ linkId: string }> {
  const { actor, personId, memberId, validFrom, evidence } = input
  return inScope(actor, async (tx) => {
    await lockLinked(tx, { actor, personId })
    await refuseFuture(tx, validFrom, 'validFrom')
    if (memberId) await requireMembership(tx, { personId, memberId, day: validFrom })
    const linkId = await writeLink(tx, actor, { personId, memberId, validFrom, evidence })
    await recordAudit(tx, {
      actor,
      action: 'household_link.verified',
      subject: { type: 'Person', id: personId },
      detail: { linkId, memberId, validFrom },
    })
    return { linkId }
  })
}

async function requireMembership(
  tx: Tx,
  { personId, memberId, day }: { personId: string; memberId: string; day: Day },
): Promise<void> {
  const member = await tx.householdMember.findFirst({
    where: { id: memberId, personId },
    select: { validFrom: true, validTo: true },
  })
  if (!member) throw notFound()
  const from = fromDateColumn(member.validFrom)
  const to = member.validTo && fromDateColumn(member.validTo)
  if (day < from) throw new Refusal('household.dayBeforeMembership', 422, { day: from }, 'validFrom')
  if (to && day >= to) throw new Refusal('household.dayAfterMembership', 422, { day: to }, 'validFrom')
}

import type { Actor } from '~/modules/auth/actor'
import { type Day, fromDateColumn, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'

/** A verified statement of whose household a person's income belongs to: one membership, or (null) that she is not from a registered household. */
export type VerifiedLink = {
  personId: string
  memberId: string | null
  validFrom: Day
  evidence: string
}

/**
 * Writes a verified link; the membership it names is verified with it. A link that still waits for verification and would overlap becomes this one.
 * Refuses one that overlaps a verified link. The caller holds the person's lock.
 */
export async function writeLink(tx: Tx, actor: Actor, link: VerifiedLink): Promise<string> {
  const overlapping = await findLinksFrom(tx, link.personId, link.validFrom)
  const settled = overlapping.find(({ verifiedAt }) => verifiedAt !== null)
  if (settled) {
    const day = fromDateColumn(settled.validFrom)
    throw new Refusal('household.linkOverlaps', 409, { day }, 'validFrom')
  }
  const verified = { verifiedById: actor.userId, verifiedAt: await appNow(tx) }
  const data = {
    memberId: link.memberId,
    noReason: link.memberId ? null : ('not_registered' as const),
    validFrom: toDateColumn(link.validFrom),
    evidence: link.evidence,
    ...verified,
  }
  if (link.memberId)
    await tx.householdMember.updateMany({ where: { id: link.memberId, verifiedAt: null }, data: verified })
  const [pending] = overlapping
  if (!pending) {
    const created = await tx.householdLink.create({
      data: { personId: link.personId, ...data },
      select: { id: true },
    })
    return created.id
  }
  await tx.householdLink.update({ where: { id: pending.id }, data: { ...data, validTo: null } })
  return pending.id
}

/** Her links that hold on a day or begin later, earliest first. */
export async function findLinksFrom(tx: Tx, personId: string, day: Day) {
  return tx.householdLink.findMany({
    where: { personId, OR: [{ validTo: null }, { validTo: { gt: toDateColumn(day) } }] },
    orderBy: { validFrom: 'asc' },
    select: { id: true, memberId: true, validFrom: true, validTo: true, verifiedAt: true },
  })
}

import type { AbsenceKind } from '~/generated/prisma/enums'
import { findOffice } from '~/modules/applications/lock-application.server'
import { type OpenedAttachment, openAttachment } from '~/modules/attachments/open-attachment.server'
import type { Actor } from '~/modules/auth/actor'
import { findMaskedPhone } from '~/modules/people/find-masked-phone.server'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { readSetting } from '~/modules/settings/read-setting.server'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { approveBy } from './absence'

/** A handover that waits without the word of its owner, as the desk over the shop sees it. */
export type AbsenceView = {
  handoverId: string
  kind: AbsenceKind
  /** where she is told; null: by nobody but people */
  fromPhone: string | null
  proposedBy: string | null
  approveBy: string
  approvedBy: string | null
  objectUntil: string | null
  /** she sits at the city, where it is approved, and did not propose it */
  mayApprove: boolean
}

const waiting = { doneAt: null, endedAt: null } as const

/** What waits for a shop, and whether this desk is the one that proposes; null where nothing waits without its owner's word. */
export function findAbsence({
  actor,
  sellerId,
}: {
  actor: Actor
  sellerId: string
}): Promise<{ absence: AbsenceView | null; mayPropose: boolean }> {
  return inScope(actor, async (tx) => {
    const office = await findOffice(tx, actor)
    const row = await tx.handoverAbsence.findFirst({
      where: { handover: { sellerId, ...waiting } },
      include: { handover: { select: { proposedAt: true, proposedById: true, fromPersonId: true } } },
    })
    if (!row) return { absence: null, mayPropose: office === 'county' }
    const { handoverId, kind, handover, approvedById } = row
    const names = await findStaffNames(tx, [handover.proposedById, approvedById])
    const days = await readSetting('handovers.objectionDays', tx)
    const fromPhone = await withinScope(tx, { person: handover.fromPersonId }, () =>
      findMaskedPhone(tx, handover.fromPersonId),
    )
    const absence = {
      handoverId,
      kind,
      fromPhone,
      proposedBy: names.get(handover.proposedById) ?? null,
      approveBy: approveBy(handover.proposedAt, days).toISOString(),
      approvedBy: approvedById && (names.get(approvedById) ?? null),
      objectUntil: row.objectUntil?.toISOString() ?? null,
      mayApprove: office === 'city' && approvedById === null && handover.proposedById !== actor.userId,
    }
    return { absence, mayPropose: false }
  })
}

export type AbsenceRow = {
  handoverId: string
  sellerId: string
  nameZh: string
  nameEn: string
  proposedAt: Date
}

/** What waits for the city's word, the oldest first: nothing at another desk. */
export function findAbsencesToApprove({ actor }: { actor: Actor }): Promise<AbsenceRow[]> {
  return inScope(actor, async (tx) => {
    if ((await findOffice(tx, actor)) !== 'city') return []
    const rows = await tx.handoverAbsence.findMany({
      where: { approvedById: null, handover: { ...waiting, proposedById: { not: actor.userId } } },
      orderBy: { handover: { proposedAt: 'asc' } },
      take: 50,
      select: {
        handover: {
          select: {
            id: true,
            sellerId: true,
            proposedAt: true,
            seller: { select: { nameZh: true, nameEn: true } },
          },
        },
      },
    })
    return rows.map(({ handover: { id, seller, ...row } }) => ({ handoverId: id, ...seller, ...row }))
  })
}

/** Of the handovers that wait for somebody: those without their owner's word, and until when it may be objected to (null before the city has approved it). */
export async function findOwnAbsences({
  actor,
}: {
  actor: Actor
}): Promise<Record<string, { objectUntil: string | null }>> {
  const { personId } = actor
  const rows = await inScope({ person: personId }, (tx) =>
    tx.handoverAbsence.findMany({
      where: { handover: { ...waiting, OR: [{ fromPersonId: personId }, { toPersonId: personId }] } },
      select: { handoverId: true, objectUntil: true },
    }),
  )
  return Object.fromEntries(
    rows.map(({ handoverId, objectUntil }) => [
      handoverId,
      { objectUntil: objectUntil?.toISOString() ?? null },
    ]),
  )
}

/** The paper, for a desk over the shop; written into the audit. Anybody else's is a 404. */
export async function openAbsencePaper({
  actor,
  handoverId,
}: {
  actor: Actor
  handoverId: string
}): Promise<OpenedAttachment> {
  const row = await inScope(actor, (tx) =>
    tx.handoverAbsence.findUnique({ where: { handoverId }, select: { attachmentId: true } }),
  )
  if (!row) throw notFound()
  return openAttachment({ actor, attachmentId: row.attachmentId })
}

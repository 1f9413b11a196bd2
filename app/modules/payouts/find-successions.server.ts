import type { HolderRelation, SuccessionState } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { type Listed, partOf } from '~/modules/claims/queue-page'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { inScope } from '~/platform/db/in-scope.server'
import { toSafeNumber } from '~/platform/money'

export type SuccessionRow = {
  id: string
  nameZh: string
  nameEn: string
  heirName: string
  relation: HolderRelation
  note: string
  attachmentId: string
  state: SuccessionState
  /** handed over; null until it is approved */
  amountFen: number | null
  proposedAt: string
  proposedBy: string | null
  decidedBy: string | null
  /** she proposed it: somebody else decides */
  isOwn: boolean
}

/** A page of the proposals, open ones first, then the newest. */
export function findSuccessions({
  actor,
  page = 1,
}: {
  actor: Actor
  page?: number
}): Promise<Listed<SuccessionRow>> {
  return inScope({ job: 'payout' }, async (tx) => {
    const total = await tx.succession.count()
    if (total === 0) return { rows: [], page: 1, total }
    const { page: shown, ...part } = partOf(total, page)
    const rows = await tx.succession.findMany({
      orderBy: [{ state: 'asc' }, { proposedAt: 'desc' }, { id: 'desc' }],
      ...part,
      select: {
        id: true,
        relation: true,
        note: true,
        attachmentId: true,
        state: true,
        amountFen: true,
        proposedAt: true,
        proposedById: true,
        decidedById: true,
        heir: { select: { name: true } },
        party: {
          select: { seller: { select: { nameZh: true, nameEn: true } }, person: { select: { name: true } } },
        },
      },
    })
    const names = await findStaffNames(
      tx,
      rows.flatMap(({ proposedById, decidedById }) => [proposedById, decidedById]),
    )
    const views = rows.map(({ heir, party, proposedById, decidedById, amountFen, proposedAt, ...row }) => ({
      ...row,
      nameZh: party.seller?.nameZh ?? party.person?.name ?? '',
      nameEn: party.seller?.nameEn ?? party.person?.name ?? '',
      heirName: heir.name ?? '',
      amountFen: amountFen === null ? null : toSafeNumber(amountFen),
      proposedAt: proposedAt.toISOString(),
      proposedBy: names.get(proposedById) ?? null,
      decidedBy: decidedById ? (names.get(decidedById) ?? null) : null,
      isOwn: proposedById === actor.userId,
    }))
    return { rows: views, page: shown, total }
  })
}

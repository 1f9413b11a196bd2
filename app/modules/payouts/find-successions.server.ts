import type { HolderRelation, SuccessionState } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
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

/** Proposals, open ones first, then the newest: 50 at most. */
export function findSuccessions({ actor }: { actor: Actor }): Promise<SuccessionRow[]> {
  return inScope({ job: 'payout' }, async (tx) => {
    const rows = await tx.succession.findMany({
      orderBy: [{ state: 'asc' }, { proposedAt: 'desc' }],
      take: 50,
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
        party: { select: { seller: { select: { nameZh: true, nameEn: true } } } },
      },
    })
    const names = await findStaffNames(
      tx,
      rows.flatMap(({ proposedById, decidedById }) => [proposedById, decidedById]),
    )
    return rows.map(({ heir, party, proposedById, decidedById, amountFen, proposedAt, ...row }) => ({
      ...row,
      nameZh: party.seller?.nameZh ?? '',
      nameEn: party.seller?.nameEn ?? '',
      heirName: heir.name ?? '',
      amountFen: amountFen === null ? null : toSafeNumber(amountFen),
      proposedAt: proposedAt.toISOString(),
      proposedBy: names.get(proposedById) ?? null,
      decidedBy: decidedById ? (names.get(decidedById) ?? null) : null,
      isOwn: proposedById === actor.userId,
    }))
  })
}

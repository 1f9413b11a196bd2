import type { ImportState } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { type Listed, partOf } from '~/modules/claims/queue-page'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { inScope } from '~/platform/db/in-scope.server'

export type ImportRow = {
  id: string
  fileName: string
  state: ImportState
  householdCount: number
  memberCount: number
  completedCount: number
  /** ISO */
  createdAt: string
  who: string
}

/** A page of the lists of the coordinator's region and below, newest first. */
export function findImports({
  actor,
  page = 1,
}: {
  actor: Actor
  page?: number
}): Promise<Listed<ImportRow>> {
  return inScope(actor, async (tx) => {
    const total = await tx.householdImport.count()
    const { page: shown, ...part } = partOf(total, page)
    const rows = await tx.householdImport.findMany({
      select: {
        id: true,
        fileName: true,
        state: true,
        householdCount: true,
        memberCount: true,
        completedCount: true,
        createdAt: true,
        uploadedById: true,
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      ...part,
    })
    const names = await findStaffNames(
      tx,
      rows.map(({ uploadedById }) => uploadedById),
    )
    const named = rows.map(({ createdAt, uploadedById, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      who: names.get(uploadedById) ?? '',
    }))
    return { rows: named, page: shown, total }
  })
}

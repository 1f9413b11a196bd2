import type { ImportState } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
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

/** The lists of the coordinator's region and below, newest first, fifty at most. */
export function findImports({ actor }: { actor: Actor }): Promise<ImportRow[]> {
  return inScope(actor, async (tx) => {
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
      orderBy: { createdAt: 'desc' },
      take: 50,
    })
    const names = await findStaffNames(
      tx,
      rows.map(({ uploadedById }) => uploadedById),
    )
    return rows.map(({ createdAt, uploadedById, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      who: names.get(uploadedById) ?? '',
    }))
  })
}

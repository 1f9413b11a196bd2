import type { Actor } from '~/modules/auth/actor'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { appNow } from '~/platform/db/clock.server'
import { withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'

/** Whom she may give work to. */
export type Colleague = { userId: string; name: string }

const mostColleagues = 30

/** The others who hold her role over the same region now, by name; finance and administration have none. */
export async function findColleagues(tx: Tx, { actor }: { actor: Actor }): Promise<Colleague[]> {
  const { role, regionId } = actor
  if (role === 'agent' || (role === 'coordinator' && !regionId)) return []
  const now = await appNow(tx)
  const roles = await withinScope(tx, { job: 'sign_in' }, () =>
    tx.userRole.findMany({
      where: {
        role,
        regionId,
        userId: { not: actor.userId },
        user: { disabledAt: null },
        validFrom: { lte: now },
        OR: [{ validTo: null }, { validTo: { gt: now } }],
      },
      select: { userId: true },
      orderBy: { validFrom: 'asc' },
      take: mostColleagues,
    }),
  )
  const names = await findStaffNames(
    tx,
    roles.map(({ userId }) => userId),
  )
  return [...names].map(([userId, name]) => ({ userId, name }))
}

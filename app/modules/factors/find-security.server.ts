import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'

/** How many recovery codes she has left. Not found for somebody who signs in without a second factor. */
export async function findSecurity({ actor }: { actor: Actor }): Promise<{ codesLeft: number }> {
  const factor = await inScope({ person: actor.personId }, (tx) =>
    tx.secondFactor.findFirst({
      where: { userId: actor.userId, confirmedAt: { not: null } },
      select: { _count: { select: { recoveryCodes: { where: { usedAt: null } } } } },
    }),
  )
  if (!factor) throw notFound()
  return { codesLeft: factor._count.recoveryCodes }
}

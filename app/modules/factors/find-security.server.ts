import type { Actor } from '~/modules/auth/actor'
import { prisma } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'

/** How many recovery codes she has left. Not found for somebody who signs in without a second factor. */
export async function findSecurity({ actor }: { actor: Actor }): Promise<{ codesLeft: number }> {
  const factor = await prisma.secondFactor.findFirst({
    where: { userId: actor.userId, confirmedAt: { not: null } },
    select: { _count: { select: { recoveryCodes: { where: { usedAt: null } } } } },
  })
  if (!factor) throw notFound()
  return { codesLeft: factor._count.recoveryCodes }
}

import type { Actor } from '~/modules/auth/actor'
import { type Colleague, findColleagues } from '~/modules/claims/find-colleagues.server'
import { prisma } from '~/platform/db/prisma.server'

/** Whom she may give a listing to. */
export function findReviewColleagues({ actor }: { actor: Actor }): Promise<Colleague[]> {
  return prisma.$transaction((tx) => findColleagues(tx, { actor }))
}

import { prisma } from '~/platform/db/prisma.server'
import { findVisitorIds } from './find-visitor-ids.server'
import type { VisitorProof } from './visitor-cookie.server'

/** Follows a maker no longer. One whom she does not follow changes nothing. */
export async function unfollowMaker({
  visitor,
  slug,
}: {
  visitor: VisitorProof
  slug: string
}): Promise<void> {
  const visitorIds = await findVisitorIds(visitor)
  await prisma.follow.deleteMany({ where: { visitorId: { in: visitorIds }, seller: { slug } } })
}

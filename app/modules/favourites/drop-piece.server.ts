import { prisma } from '~/platform/db/prisma.server'
import { findVisitorIds } from './find-visitor-ids.server'
import type { VisitorProof } from './visitor-cookie.server'

/** Lets a piece go. One that she does not keep changes nothing. */
export async function dropPiece({ visitor, slug }: { visitor: VisitorProof; slug: string }): Promise<void> {
  const visitorIds = await findVisitorIds(visitor)
  await prisma.favourite.deleteMany({ where: { visitorId: { in: visitorIds }, product: { slug } } })
}

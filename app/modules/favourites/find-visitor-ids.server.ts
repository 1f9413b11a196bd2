import { prisma } from '~/platform/db/prisma.server'
import { tokenHash } from '~/platform/secrets/token.server'
import type { VisitorProof } from './visitor-cookie.server'

/** The visitors that a request may look at, to be read together as one; none for a stranger who kept nothing. At most one statement. */
export async function findVisitorIds({ userId, tokens }: VisitorProof): Promise<string[]> {
  if (userId === null && tokens.length === 0) return []
  const visitors = await prisma.visitor.findMany({
    where: { OR: [...(userId === null ? [] : [{ userId }]), { tokenHash: { in: tokens.map(tokenHash) } }] },
    select: { id: true },
    take: tokens.length + 1,
  })
  return visitors.map(({ id }) => id)
}

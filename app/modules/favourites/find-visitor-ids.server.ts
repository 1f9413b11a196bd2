import type { Tx } from '~/platform/db/prisma.server'
import { tokenHash } from '~/platform/secrets/token.server'
import type { VisitorProof } from './visitor-cookie.server'

/** Whether a request brings anything by which a visitor could be known: a stranger's asks nothing. */
export function isStranger({ userId, tokens }: VisitorProof): boolean {
  return userId === null && tokens.length === 0
}

/** The visitors that a request may look at, to be read together as one; none for a stranger who kept nothing. At most one statement; in the scope of the job `visit`. */
export async function findVisitorIds(tx: Tx, { userId, tokens }: VisitorProof): Promise<string[]> {
  if (isStranger({ userId, tokens })) return []
  const visitors = await tx.visitor.findMany({
    where: { OR: [...(userId === null ? [] : [{ userId }]), { tokenHash: { in: tokens.map(tokenHash) } }] },
    select: { id: true },
    take: tokens.length + 1,
  })
  return visitors.map(({ id }) => id)
}

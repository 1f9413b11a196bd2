import { inScope } from '~/platform/db/in-scope.server'
import { findVisitorIds } from './find-visitor-ids.server'
import type { VisitorProof } from './visitor-cookie.server'

/** Lets a piece go. One that she does not keep changes nothing. */
export async function dropPiece({ visitor, slug }: { visitor: VisitorProof; slug: string }): Promise<void> {
  await inScope({ job: 'visit' }, async (tx) => {
    const visitorIds = await findVisitorIds(tx, visitor)
    await tx.favourite.deleteMany({ where: { visitorId: { in: visitorIds }, product: { slug } } })
  })
}

import { inScope } from '~/platform/db/in-scope.server'
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
  await inScope({ job: 'visit' }, async (tx) => {
    const visitorIds = await findVisitorIds(tx, visitor)
    await tx.follow.deleteMany({ where: { visitorId: { in: visitorIds }, seller: { slug } } })
  })
}

import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { type LockedVisitor, lockVisitor } from './join-visitors.server'
import { mostFollowed } from './schema'
import type { VisitorProof } from './visitor-cookie.server'

/** Follows a maker from now on; the first one makes the visitor. Following again changes nothing. Refuses a shop that is none or closed (404); one that rests can be followed, and more than 100. */
export async function followMaker({
  visitor,
  slug,
}: {
  visitor: VisitorProof
  slug: string
}): Promise<LockedVisitor> {
  return inScope({ job: 'visit' }, async (tx) => {
    const seller = await tx.seller.findFirst({
      where: { slug, status: { in: ['active', 'paused'] } },
      select: { id: true },
    })
    if (!seller) throw notFound()
    const locked = await lockVisitor(tx, visitor)
    const followed = await tx.follow.count({ where: { visitorId: locked.id, sellerId: { not: seller.id } } })
    if (followed >= mostFollowed) throw new Refusal('shop.followedFull', 409, { most: mostFollowed })
    await tx.$executeRaw`
      INSERT INTO "Follow" ("visitorId", "sellerId") VALUES (${locked.id}::uuid, ${seller.id}::uuid) ON CONFLICT ("visitorId", "sellerId") DO NOTHING`
    return locked
  })
}

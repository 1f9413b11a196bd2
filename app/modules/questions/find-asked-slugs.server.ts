import { findVisitorIds, isStranger } from '~/modules/favourites/find-visitor-ids.server'
import type { VisitorProof } from '~/modules/favourites/visitor-cookie.server'
import { inScope } from '~/platform/db/in-scope.server'

const most = 50

/** The pieces on whose pages a visitor sees a question of hers that others do not: it waits, or it was hidden. Nothing for a stranger. */
export async function findAskedSlugs(visitor: VisitorProof): Promise<string[]> {
  if (isStranger(visitor)) return []
  const rows = await inScope({ job: 'visit' }, async (tx) => {
    const visitorIds = await findVisitorIds(tx, visitor)
    if (visitorIds.length === 0) return []
    return tx.$queryRaw<{ slug: string }[]>`
    SELECT DISTINCT p.slug FROM "Question" q JOIN "Product" p ON p.id = q."productId"
    WHERE q."visitorId" = ANY(${visitorIds}::uuid[]) AND (q."answeredAt" IS NULL OR q."hiddenAt" IS NOT NULL) LIMIT ${most}`
  })
  return rows.map(({ slug }) => slug)
}

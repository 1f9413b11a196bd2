import type { Marks } from '~/modules/search/components/marks'
import { noMarks } from '~/modules/search/components/marks'
import { inScope } from '~/platform/db/in-scope.server'
import { findVisitorIds, isStranger } from './find-visitor-ids.server'
import { mostFollowed, mostKept } from './schema'
import type { VisitorProof } from './visitor-cookie.server'

/** Which pieces and makers a visitor has marked, so that every list shows it. Nothing is asked for a stranger; at most two statements for others. */
export async function findMarks(visitor: VisitorProof): Promise<Marks> {
  if (isStranger(visitor)) return noMarks
  const rows = await inScope({ job: 'visit' }, async (tx) => {
    const visitorIds = await findVisitorIds(tx, visitor)
    if (visitorIds.length === 0) return []
    return tx.$queryRaw<{ isMaker: boolean; slug: string }[]>`
    (SELECT false AS "isMaker", p.slug FROM "Favourite" f JOIN "Product" p ON p.id = f."productId"
      WHERE f."visitorId" = ANY(${visitorIds}::uuid[]) LIMIT ${2 * mostKept})
    UNION (SELECT true, s.slug FROM "Follow" f JOIN "Seller" s ON s.id = f."sellerId"
      WHERE f."visitorId" = ANY(${visitorIds}::uuid[]) LIMIT ${2 * mostFollowed})`
  })
  return {
    pieces: rows.flatMap(({ isMaker, slug }) => (isMaker ? [] : [slug])),
    makers: rows.flatMap(({ isMaker, slug }) => (isMaker ? [slug] : [])),
  }
}

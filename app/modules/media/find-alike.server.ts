import type { Tx } from '~/platform/db/prisma.server'

/** So many of 64 bits may differ: another size, light or compression of the same photograph, not another one of the same thing. */
const mostBits = 6

/** A picture of another seller's piece in the shop that looks like one of hers. */
export type Alike = { mediaId: string; otherMediaId: string; productId: string }

/** Of each picture, with its seller, the one that looks most like it among the pieces that other sellers have in the shop; those without one are left out. */
export async function findAlike(
  tx: Tx,
  pictures: readonly { mediaId: string; sellerId: string }[],
): Promise<Alike[]> {
  if (pictures.length === 0) return []
  const mediaIds = pictures.map(({ mediaId }) => mediaId)
  const sellerIds = pictures.map(({ sellerId }) => sellerId)
  return tx.$queryRaw<Alike[]>`
    SELECT m.id::text AS "mediaId", near.id::text AS "otherMediaId", near."productId"::text AS "productId"
    FROM unnest(${mediaIds}::uuid[], ${sellerIds}::uuid[]) AS hers (id, "sellerId") JOIN "Media" m ON m.id = hers.id AND m."lookHash" <> 0
    CROSS JOIN LATERAL (
      SELECT o.id, p.id AS "productId" FROM "Media" o JOIN "ProductMedia" pm ON pm."mediaId" = o.id JOIN "Product" p ON p.id = pm."productId"
      WHERE look_bands(o."lookHash") && look_keys(m."lookHash") AND o."lookHash" <> 0 AND bit_count((o."lookHash" # m."lookHash")::bit(64)) <= ${mostBits}
        AND p."sellerId" <> hers."sellerId" AND p.status IN ('on_sale', 'paused')
      ORDER BY bit_count((o."lookHash" # m."lookHash")::bit(64)), o.id LIMIT 1) near
    ORDER BY m.id`
}

import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { storage } from '~/platform/storage/storage.server'
import { lockPicture } from './lock-picture.server'
import { pictureFileNames } from './picture-names'

type Unused = { id: string; contentHash: string }

/**
 * Removes at most `batch` pictures that a seller sent a day ago or earlier and that nothing shows: no product, craft, order line, picture of a piece being made or photograph that came with a table, no revision
 * of a listing in whatever state or step of its history, and nothing that its maker may still put back (undoAct, 48 hours). Says how many. The files go before the row: after a crash the row is still there and the next sweep finds
 * it. Files stay while another row has the same hash. Sample pictures are never touched.
 */
export async function sweepPictures({ batch }: { batch: number }): Promise<number> {
  const found = await inScope({ job: 'sweep' }, (tx) => findUnused(tx, batch))
  let removed = 0
  for (const picture of found) if (await removePicture(picture)) removed += 1
  return removed
}

/** Revisions and their history name pictures inside their content; here only those of the picture's own seller are read. */
function findUnused(tx: Tx, batch: number): Promise<Unused[]> {
  return tx.$queryRaw<Unused[]>`
    SELECT m.id::text, m."contentHash" FROM "Media" m
    WHERE m."sellerId" IS NOT NULL AND m."sampleFile" IS NULL AND m."createdAt" <= app_now() - interval '24 hours'
      AND NOT EXISTS (SELECT 1 FROM "ProductMedia" x WHERE x."mediaId" = m.id)
      AND NOT EXISTS (SELECT 1 FROM "OrderLine" x WHERE x."mediaId" = m.id)
      AND NOT EXISTS (SELECT 1 FROM "Craft" x WHERE x."mediaId" = m.id)
      AND NOT EXISTS (SELECT 1 FROM "ProductionPhoto" x WHERE x."mediaId" = m.id)
      AND NOT EXISTS (SELECT 1 FROM "PieceListPhoto" x WHERE x."mediaId" = m.id)
      AND NOT EXISTS (SELECT 1 FROM "Act" a WHERE a."sellerId" = m."sellerId" AND a.at > app_now() - interval '48 hours' AND a.before::text LIKE '%' || m.id || '%')
      AND NOT EXISTS (SELECT 1 FROM "Product" p JOIN "ListingRevision" r ON r."productId" = p.id
                      LEFT JOIN "ListingEvent" e ON e."revisionId" = r.id AND e.content::text LIKE '%' || m.id || '%'
                      WHERE p."sellerId" = m."sellerId" AND (r.content::text LIKE '%' || m.id || '%' OR e.id IS NOT NULL))
    ORDER BY m.id LIMIT ${batch}::int`
}

/** False when it came into use, or was sent once more, since it was found. */
function removePicture({ id, contentHash }: Unused): Promise<boolean> {
  return inScope({ job: 'sweep' }, async (tx) => {
    await lockPicture(tx, contentHash)
    if (!(await isStillUnused(tx, id))) return false
    const others = await tx.media.count({ where: { contentHash, id: { not: id } } })
    if (others === 0) for (const name of pictureFileNames(contentHash)) await storage.remove(name)
    await tx.media.delete({ where: { id } })
    return true
  })
}

/** Looks at every revision and event there is. Whoever puts a picture into a listing again has made its row young before, under the same lock. */
async function isStillUnused(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Media" m WHERE m.id = ${id}::uuid AND m."createdAt" <= app_now() - interval '24 hours'
      AND NOT EXISTS (SELECT 1 FROM "ProductMedia" x WHERE x."mediaId" = m.id)
      AND NOT EXISTS (SELECT 1 FROM "OrderLine" x WHERE x."mediaId" = m.id)
      AND NOT EXISTS (SELECT 1 FROM "Craft" x WHERE x."mediaId" = m.id)
      AND NOT EXISTS (SELECT 1 FROM "ProductionPhoto" x WHERE x."mediaId" = m.id)
      AND NOT EXISTS (SELECT 1 FROM "PieceListPhoto" x WHERE x."mediaId" = m.id)
      AND NOT EXISTS (SELECT 1 FROM "Act" a WHERE a."sellerId" = m."sellerId" AND a.at > app_now() - interval '48 hours' AND a.before::text LIKE '%' || m.id || '%')
      AND NOT EXISTS (SELECT 1 FROM "ListingRevision" r WHERE r.content::text LIKE '%' || m.id || '%')
      AND NOT EXISTS (SELECT 1 FROM "ListingEvent" e WHERE e.content::text LIKE '%' || m.id || '%')`
  return rows.length > 0
}

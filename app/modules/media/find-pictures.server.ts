import { prisma, type Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import type { PhotoData } from '~/ui/photo'
import { pictureOf, pictureSelect } from './picture'

/** Pictures by id, as pages take them; `altOf` describes one that nobody described. Ids are known to the caller: no scope is asked. */
export async function findPictures(
  { ids, locale, altOf }: { ids: readonly string[]; locale: Locale; altOf: (mediaId: string) => string },
  tx: Tx = prisma,
): Promise<Map<string, PhotoData>> {
  const rows = await tx.media.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, ...pictureSelect },
    take: ids.length,
  })
  return new Map(rows.map((row) => [row.id, pictureOf(row, locale, altOf(row.id))]))
}

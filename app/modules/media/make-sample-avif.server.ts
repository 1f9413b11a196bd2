import { appNow } from '~/platform/db/clock.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { enqueue } from '~/platform/jobs/boss.server'
import { makeAvifSizes } from './make-avif.server'
import { fillsScreenFrom } from './picture'

/** A maker's picture goes before the samples; the shop answers its first visitors, and rests as long as it works. */
const later = { priority: -1, afterSeconds: 5 }

/**
 * Asks for the AVIF sizes of the sample pictures, which nobody has sent: once, however often it is called, until each has them. Only a shop that is to be visited does so, not each one with sample
 * data: it comes to minutes of one processor.
 */
export async function queueSampleAvif(): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ isDue: boolean }[]>`
      SELECT EXISTS (SELECT FROM "Media" WHERE "sampleFile" IS NOT NULL AND "avifAt" IS NULL)
        AND NOT EXISTS (SELECT FROM pgboss.job WHERE name = 'picture-avif' AND state < 'completed' AND data ? 'samples') AS "isDue"`
    if (row?.isDue) await queueNext(tx)
  })
}

/**
 * The job `picture-avif` of sample pictures: makes the AVIF sizes of the next `batch`, those first that visitors see first (the home's first picture before all), and asks for the ones after them. All are marked in one statement, so that
 * pages become old once. Running it again changes nothing.
 */
export async function makeSampleAvif({ batch }: { batch: number }): Promise<void> {
  const pictures = await prisma.$queryRaw<SampleRow[]>`
    SELECT m.id::text, m."contentHash", m."sampleFile", m.width, m.height
    FROM "Media" m LEFT JOIN LATERAL (
      SELECT pm.position, p."publishedAt" FROM "ProductMedia" pm JOIN "Product" p ON p.id = pm."productId"
      WHERE pm."mediaId" = m.id ORDER BY pm.position, p."publishedAt" DESC NULLS LAST LIMIT 1) hung ON true
    WHERE m."sampleFile" IS NOT NULL AND m."avifAt" IS NULL
    ORDER BY hung.position IS NOT NULL AND m.width >= ${fillsScreenFrom} DESC, EXISTS (SELECT FROM "Craft" k WHERE k."mediaId" = m.id) DESC, hung.position NULLS LAST, hung."publishedAt" DESC NULLS LAST, m.id
    LIMIT ${batch}`
  const made: string[] = []
  for (const { id, ...picture } of pictures) if (await makeAvifSizes(picture)) made.push(id)
  if (made.length === 0) return
  const avifAt = await appNow()
  await prisma.$transaction(async (tx) => {
    await tx.media.updateMany({ where: { id: { in: made }, avifAt: null }, data: { avifAt } })
    await queueNext(tx)
  })
}

type SampleRow = { id: string; contentHash: string; sampleFile: string; width: number; height: number }

function queueNext(tx: Tx): Promise<void> {
  return enqueue(tx, 'picture-avif', { samples: 'next' }, later)
}

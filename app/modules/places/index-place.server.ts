import { writeMakerSearch, writeSearch } from '~/modules/catalog/write-search.server'
import { prisma } from '~/platform/db/prisma.server'

const batch = 50

/** Lets the pieces and the shops of a place be found by its names of now, fifty at a time in transactions of their own: the shop goes on meanwhile. Done twice it is done once. */
export async function indexPlace({ regionId }: { regionId: string }): Promise<void> {
  const within = { region: { ancestorIds: { has: regionId } } }
  const pieces = await prisma.product.findMany({
    where: { seller: within, texts: { some: { locale: 'zh-CN' } } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  const idle = await prisma.seller.findMany({
    where: { ...within, status: { in: ['active', 'paused'] }, products: { none: { texts: { some: {} } } } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  await inBatches(pieces, writeSearch)
  await inBatches(idle, writeMakerSearch)
}

type Write = typeof writeSearch | typeof writeMakerSearch

async function inBatches(rows: readonly { id: string }[], write: Write): Promise<void> {
  for (let at = 0; at < rows.length; at += batch)
    await prisma.$transaction(
      async (tx) => {
        for (const { id } of rows.slice(at, at + batch)) await write(tx, id)
      },
      { timeout: 60_000 },
    )
}

import { paths } from '~/paths'
import { type Day, dayOf } from '~/platform/calendar'
import { prisma } from '~/platform/db/prisma.server'

/** a sitemap holds 50,000 addresses, and every page has two */
const mostPieces = 20_000
const mostMakers = 4_000

/** A page that search engines may list: its path without a language, and when it last changed. */
export type PublicAddress = { path: string; changedOn: Day | null }

/** Every page open to search engines: pages of words, crafts, makers and bases with something on sale, pieces on sale (the newest 20,000). */
export async function findPublicAddresses(): Promise<PublicAddress[]> {
  const rows = await prisma.$queryRaw<
    { kind: 'piece' | 'maker' | 'base' | 'craft'; name: string; changedAt: Date | null }[]
  >`
    (SELECT 'craft' AS kind, code AS name, NULL::timestamptz AS "changedAt" FROM "Craft" ORDER BY position)
    UNION ALL
    (SELECT CASE WHEN s.kind = 'base' THEN 'base' ELSE 'maker' END, s.slug, NULL FROM "Seller" s WHERE s.status = 'active'
      AND EXISTS (SELECT 1 FROM "Product" p WHERE p."sellerId" = s.id AND p.status = 'on_sale') ORDER BY s."createdAt" DESC, s.id LIMIT ${mostMakers})
    UNION ALL
    (SELECT 'piece', p.slug, p."updatedAt" FROM "Product" p JOIN "Seller" s ON s.id = p."sellerId"
      WHERE p.status = 'on_sale' AND s.status = 'active' ORDER BY p."publishedAt" DESC, p.id LIMIT ${mostPieces})`
  const words = [paths.home(), paths.search(), paths.makers(), paths.impact(), paths.about(), paths.help()]
  return [
    ...words.map((path) => ({ path, changedOn: null })),
    ...rows.map(({ kind, name, changedAt }) => ({
      path: pathOf(kind, name),
      changedOn: changedAt ? dayOf(changedAt) : null,
    })),
  ]
}

function pathOf(kind: 'piece' | 'maker' | 'base' | 'craft', name: string): string {
  if (kind === 'piece') return paths.product({ slug: name })
  if (kind === 'base') return paths.base({ slug: name })
  return kind === 'maker' ? paths.maker({ slug: name }) : paths.craft({ craft: name })
}

import { paths, type SitemapPart, sitemapKinds } from '~/paths'
import { type Day, dayOf } from '~/platform/calendar'
import { Prisma, prisma } from '~/platform/db/prisma.server'

/** A file may hold 50,000 addresses and every page has two; a fifth of that is written while nobody waits for it long. */
const mostInPart = 5_000

/** A page that search engines may list: its path without a language, and when it last changed. */
export type PublicAddress = { path: string; changedOn: Day | null }

type Row = { kind: 'piece' | 'maker' | 'base' | 'craft'; name: string; changedAt: Date | null }

/** As the partial index of newest pieces has it, so that what is counted and skipped is read from there alone. */
const shownPieces = Prisma.sql`"SearchEntry" e WHERE e."isShown" AND e.kind = 'product'`

/** The few entries that have a maker are found by her: those of makers who have something on sale. */
const shownMakers = Prisma.sql`e."isShown" AND e."sellerId" IS NOT NULL`

/** The parts that the pages open to search engines stand in now: pages of words and crafts, makers and bases with something on sale, pieces on sale. */
export async function findSitemapParts(most = mostInPart): Promise<SitemapPart[]> {
  const [counted] = await prisma.$queryRaw<Record<SitemapPart['kind'], number>[]>`
    SELECT (SELECT count(*)::int FROM "Craft") + ${pagesOfWords.length} AS pages,
      (SELECT count(*)::int FROM "SearchEntry" e WHERE ${shownMakers}) AS makers, (SELECT count(*)::int FROM ${shownPieces}) AS pieces`
  return sitemapKinds.flatMap((kind) =>
    Array.from({ length: Math.ceil((counted?.[kind] ?? 0) / most) }, (_, at) => ({ kind, number: at + 1 })),
  )
}

/** The pages of one part, the oldest first: what is new comes into the last part, and the others stay as they are until something leaves them. None for a part that is not there. */
export async function findPublicAddresses(
  { kind, number }: SitemapPart,
  most = mostInPart,
): Promise<PublicAddress[]> {
  const skipped = (number - 1) * most
  if (kind === 'pages') {
    const crafts = await prisma.$queryRaw<Row[]>`
      SELECT 'craft' AS kind, code AS name, NULL::timestamptz AS "changedAt" FROM "Craft" ORDER BY position, code`
    const all = [...pagesOfWords.map((path) => ({ path, changedOn: null })), ...crafts.map(addressOf)]
    return all.slice(skipped, skipped + most)
  }
  const rows =
    kind === 'makers'
      ? await prisma.$queryRaw<Row[]>`
          SELECT CASE WHEN s.kind = 'base' THEN 'base' ELSE 'maker' END AS kind, s.slug AS name, NULL::timestamptz AS "changedAt"
          FROM "SearchEntry" e JOIN "Seller" s ON s.id = e."sellerId" WHERE ${shownMakers} ORDER BY s."createdAt", s.id OFFSET ${skipped} LIMIT ${most}`
      : await prisma.$queryRaw<Row[]>`
          SELECT 'piece' AS kind, p.slug AS name, p."updatedAt" AS "changedAt"
          FROM (SELECT e.id FROM ${shownPieces} ORDER BY e."publishedAt", e.id DESC OFFSET ${skipped} LIMIT ${most}) e
            CROSS JOIN LATERAL (SELECT slug, "updatedAt" FROM "Product" WHERE id = e.id LIMIT 1) p`
  return rows.map(addressOf)
}

const pagesOfWords = [
  paths.home(),
  paths.search(),
  paths.makers(),
  paths.impact(),
  paths.about(),
  paths.help(),
  paths.rules(),
  paths.terms(),
  paths.privacy(),
]

function addressOf({ kind, name, changedAt }: Row): PublicAddress {
  return { path: pathOf(kind, name), changedOn: changedAt ? dayOf(changedAt) : null }
}

function pathOf(kind: Row['kind'], name: string): string {
  if (kind === 'piece') return paths.product({ slug: name })
  if (kind === 'base') return paths.base({ slug: name })
  return kind === 'maker' ? paths.maker({ slug: name }) : paths.craft({ craft: name })
}

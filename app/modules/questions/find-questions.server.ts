import type { Actor } from '~/modules/auth/actor'
import { findVisitorIds, isStranger } from '~/modules/favourites/find-visitor-ids.server'
import type { VisitorProof } from '~/modules/favourites/visitor-cookie.server'
import { wordsIn } from '~/modules/search/piece-view'
import { dayOf } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import type { AskedQuestion, DeskQuestion, MakerQuestion } from './question-view'

type Row = {
  id: string
  slug: string
  titleZh: string
  titleEn: string | null
  words: string
  askedAt: Date
  answer: string | null
  hiddenReason: string | null
  sellerZh: string
  sellerEn: string
  countyZh: string
  countyEn: string | null
}

const perPage = 50

/** Questions that wait come first, the oldest of them; then the others, newest first. */
const waitingFirst = Prisma.sql`(q."answeredAt" IS NULL AND q."hiddenAt" IS NULL) DESC,
  CASE WHEN q."answeredAt" IS NULL AND q."hiddenAt" IS NULL THEN extract(epoch FROM q."askedAt") ELSE -extract(epoch FROM q."askedAt") END, q.id`

/** What a visitor asked, newest first, about one piece or all; nothing for a stranger. */
export async function findAskedQuestions({
  visitor,
  locale,
  slug = null,
}: {
  visitor: VisitorProof
  locale: Locale
  slug?: string | null
}): Promise<AskedQuestion[]> {
  if (isStranger(visitor)) return []
  const about = slug === null ? Prisma.sql`true` : Prisma.sql`p.slug = ${slug}`
  const rows = await inScope({ job: 'visit' }, async (tx) => {
    const visitorIds = await findVisitorIds(tx, visitor)
    if (visitorIds.length === 0) return []
    return read(
      tx,
      Prisma.sql`q."visitorId" = ANY(${visitorIds}::uuid[]) AND ${about}`,
      Prisma.sql`q."askedAt" DESC, q.id`,
    )
  })
  return rows.map((row) => questionView(row, locale))
}

/** What was asked about her pieces. */
export async function findMakerQuestions({
  actor,
  locale,
}: {
  actor: Actor
  locale: Locale
}): Promise<MakerQuestion[]> {
  const rows = await inScope({ person: actor.personId }, (tx) =>
    read(tx, Prisma.sql`p."sellerId" = ANY(${actor.sellerIds}::uuid[])`, waitingFirst),
  )
  return rows.map((row) => ({ ...questionView(row, locale), hiddenReason: row.hiddenReason }))
}

/** What was asked about pieces of her region, newest first; nothing for duties without a region. */
export async function findDeskQuestions({
  actor,
  locale,
}: {
  actor: Actor
  locale: Locale
}): Promise<DeskQuestion[]> {
  if (!actor.regionId) return []
  const rows = await inScope(actor, (tx) =>
    read(tx, Prisma.sql`${actor.regionId}::uuid = ANY (r."ancestorIds")`, Prisma.sql`q."askedAt" DESC, q.id`),
  )
  return rows.map((row) => ({
    ...questionView(row, locale),
    hiddenReason: row.hiddenReason,
    sellerName: locale === 'en' ? row.sellerEn : row.sellerZh,
    county: wordsIn(locale, row.countyZh, row.countyEn).text,
  }))
}

function read(tx: Tx, condition: Prisma.Sql, order: Prisma.Sql): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT q.id, p.slug, zh.title AS "titleZh", en.title AS "titleEn", q.words, q."askedAt", q.answer, q."hiddenReason", s."nameZh" AS "sellerZh",
      s."nameEn" AS "sellerEn", g."nameZh" AS "countyZh", g."nameEn" AS "countyEn"
    FROM "Question" q JOIN "Product" p ON p.id = q."productId" JOIN "Seller" s ON s.id = p."sellerId"
    JOIN "Region" g ON g.id = s."countyId" JOIN "Region" r ON r.id = s."regionId"
    JOIN "ProductText" zh ON zh."productId" = p.id AND zh.locale = 'zh-CN'
    LEFT JOIN "ProductText" en ON en."productId" = p.id AND en.locale = 'en' AND en."reviewedAt" IS NOT NULL
    WHERE ${condition} ORDER BY ${order} LIMIT ${perPage}`
}

function questionView(row: Row, locale: Locale): AskedQuestion {
  const isHidden = row.hiddenReason !== null
  return {
    id: row.id,
    slug: row.slug,
    title: wordsIn(locale, row.titleZh, row.titleEn).text,
    words: row.words,
    askedOn: dayOf(row.askedAt),
    answer: row.answer,
    isHidden,
  }
}

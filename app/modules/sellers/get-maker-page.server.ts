import { z } from 'zod'
import type { SellerKind } from '~/generated/prisma/enums'
import { pictureOf } from '~/modules/media/picture'
import { wordsIn } from '~/modules/search/piece-view'
import { fromDateColumn } from '~/platform/calendar'
import { prisma } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import type { Locale } from '~/platform/i18n/locale'
import type { PhotoData } from '~/ui/photo'
import type { MakerPageView, MakerStep, MakerWeek, ShopLicence } from './maker-page-view'
import { promisedWeeks } from './promised-weeks-sql.server'

/** her newest pieces, from which crafts and pictures are taken */
const mostLookedAt = 100

/** Seller.steps */
const Steps = z.array(
  z.object({
    titleZh: z.string(),
    textZh: z.string(),
    titleEn: z.string().nullable().default(null),
    textEn: z.string().nullable().default(null),
  }),
)

type PictureRow = {
  contentHash: string
  width: number
  height: number
  altZh: string | null
  altEn: string | null
  isAvif: boolean
}

type CraftRow = { code: string; nameZh: string; nameEn: string; sentenceZh: string; sentenceEn: string }

type MakerRow = {
  slug: string
  kind: SellerKind
  isOpen: boolean
  nameZh: string
  nameEn: string
  sealText: string
  countyZh: string
  countyEn: string | null
  wordsZh: string | null
  wordsEn: string | null
  makerName: string | null
  yearsAtCraft: number | null
  steps: unknown
  weeklyCapacity: number | null
  licenceName: string | null
  licenceCode: string | null
  licenceUntil: Date | null
  isExempt: boolean
  isSample: boolean
  baseSlug: string | null
  baseZh: string | null
  baseEn: string | null
  /** null: nothing is made to order, or not at the moment */
  weeks: MakerWeek[] | null
  crafts: CraftRow[]
  portrait: PictureRow | null
  work: PictureRow[]
}

/** A maker's page by its slug. Refuses (404) a slug that is none and a shop that is closed or not open yet; one that rests is seen. One statement, of unwalled tables only. */
export async function getMakerPage(slug: string, locale: Locale): Promise<MakerPageView> {
  const row = await findRow(slug)
  if (!row) throw notFound()
  const name = locale === 'en' ? row.nameEn : row.nameZh
  const words = row.wordsZh === null ? null : wordsIn(locale, row.wordsZh, row.wordsEn)
  return {
    slug: row.slug,
    kind: row.kind,
    isOpen: row.isOpen,
    name,
    seal: row.sealText,
    county: wordsIn(locale, row.countyZh, row.countyEn).text,
    words: words?.text ?? null,
    wordsLang: words?.lang ?? null,
    makerName: row.makerName,
    yearsAtCraft: row.yearsAtCraft,
    crafts: row.crafts.map((craft) => ({
      code: craft.code,
      name: locale === 'en' ? craft.nameEn : craft.nameZh,
      sentence: locale === 'en' ? craft.sentenceEn : craft.sentenceZh,
    })),
    steps: stepsOf(row, locale, name),
    weeklyCapacity: row.weeklyCapacity,
    weeks: row.weeks ?? [],
    portrait: row.portrait ? photoOf(row.portrait, locale, name) : null,
    base:
      row.baseSlug === null
        ? null
        : { slug: row.baseSlug, name: (locale === 'en' ? row.baseEn : row.baseZh) ?? row.baseSlug },
    licence: licenceOf(row),
    isSample: row.isSample,
  }
}

async function findRow(slug: string): Promise<MakerRow | undefined> {
  const [row] = await prisma.$queryRaw<MakerRow[]>`
    WITH maker AS (SELECT s.* FROM "Seller" s WHERE s.slug = ${slug} AND s.status IN ('active', 'paused')),
    hers AS (SELECT p.id, p."craftId", p."publishedAt" FROM "Product" p JOIN maker ON maker.id = p."sellerId" WHERE p.status = 'on_sale'
      ORDER BY p."publishedAt" DESC, p.id LIMIT ${mostLookedAt}),
    photos AS (
      SELECT DISTINCT ON (m."contentHash") m.shot, pm.position, hers."publishedAt" AS at, m."contentHash" AS hash,
        jsonb_build_object('contentHash', m."contentHash", 'width', m.width, 'height', m.height, 'altZh', m."altZh", 'altEn', m."altEn",
          'isAvif', m."avifAt" IS NOT NULL) AS photo
      FROM hers JOIN "ProductMedia" pm ON pm."productId" = hers.id JOIN "Media" m ON m.id = pm."mediaId" AND m.state = 'ready'
      ORDER BY m."contentHash", pm.position)
    SELECT s.slug, s.kind::text AS kind, s.status = 'active' AS "isOpen", s."nameZh", s."nameEn", s."sealText", g."nameZh" AS "countyZh", g."nameEn" AS "countyEn",
      s."wordsZh", s."wordsEn", s."makerName", s."yearsAtCraft", s.steps, s."weeklyCapacity", s."licenceName", s."licenceCode", s."licenceUntil", s."isExempt", s."isSample",
      b.slug AS "baseSlug", b."nameZh" AS "baseZh", b."nameEn" AS "baseEn",
      CASE WHEN s.status = 'active' AND s."weeklyCapacity" IS NOT NULL
        AND EXISTS (SELECT 1 FROM hers JOIN "Variant" v ON v."productId" = hers.id AND v."makeMode" = 'made_to_order' AND v."retiredAt" IS NULL) THEN ${promisedWeeks} END AS weeks,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('code', k.code, 'nameZh', k."nameZh", 'nameEn', k."nameEn", 'sentenceZh', k."sentenceZh",
        'sentenceEn', k."sentenceEn") ORDER BY k.position), '[]') FROM "Craft" k WHERE k.id IN (SELECT "craftId" FROM hers)) AS crafts,
      (SELECT photo FROM photos WHERE shot IS DISTINCT FROM 'making' ORDER BY position, at DESC, hash LIMIT 1) AS portrait,
      (SELECT coalesce(jsonb_agg(photo), '[]') FROM (SELECT photo FROM photos
        ORDER BY array_position(ARRAY['making', 'in-use', 'detail', 'macro', 'back'], shot), at DESC, hash LIMIT 6) w) AS work
    FROM maker s JOIN "Region" g ON g.id = s."countyId"
    LEFT JOIN "BaseMember" m ON m."sellerId" = s.id AND m."validTo" IS NULL LEFT JOIN "Seller" b ON b.id = m."baseId" AND b.status = 'active'`
  return row
}

function licenceOf({ licenceName, licenceCode, licenceUntil, isExempt }: MakerRow): ShopLicence {
  if (licenceName !== null && licenceCode !== null)
    return { name: licenceName, code: licenceCode, until: licenceUntil && fromDateColumn(licenceUntil) }
  return isExempt ? 'exempt' : null
}

/** Her steps, each with a picture of her work when there is one for every step but the portrait; else words alone. */
function stepsOf(row: MakerRow, locale: Locale, name: string): MakerStep[] {
  const steps = Steps.parse(row.steps)
  const photos = row.work.filter((photo) => photo.contentHash !== row.portrait?.contentHash)
  const isIllustrated = photos.length >= steps.length
  return steps.map((step, index) => {
    const title = wordsIn(locale, step.titleZh, step.titleEn)
    const photo = isIllustrated ? photos[index] : undefined
    return {
      title: title.text,
      text: wordsIn(locale, step.textZh, step.textEn).text,
      lang: title.lang,
      photo: photo ? photoOf(photo, locale, name) : null,
    }
  })
}

function photoOf({ isAvif, ...picture }: PictureRow, locale: Locale, fallbackAlt: string): PhotoData {
  return pictureOf({ ...picture, avifAt: isAvif ? new Date(0) : null }, locale, fallbackAlt)
}

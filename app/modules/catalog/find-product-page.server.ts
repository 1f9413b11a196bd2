import type { MakeMode, SellerKind } from '~/generated/prisma/enums'
import { drawThumbHash } from '~/modules/media/draw-thumb-hash.server'
import { pictureOf } from '~/modules/media/picture'
import { makingDays } from '~/modules/rests/making-days'
import { queuedOfVariant, restsOfSeller } from '~/modules/rests/promise-sql.server'
import type { Rest } from '~/modules/rests/working-days'
import { availabilityOf, mostOf } from '~/modules/search/availability'
import { noPicture } from '~/modules/search/no-picture'
import { wordsIn } from '~/modules/search/piece-view'
import { goesAbroad } from '~/modules/search/product-filter.server'
import { settingOf, settingSql } from '~/modules/settings/setting-sql.server'
import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { toSafeNumber } from '~/platform/money'
import { type Attributes, type CraftField, describeAttributes } from './craft-template'
import { heldUntil } from './held-sql.server'
import { kindColour } from './kind-colour'
import { mostOffered } from './product-offer'
import type { ProductPageView, ShotName, VariantView } from './product-page-view'
import type { WishView } from './wishes'

/** of the newest answers */
const mostQuestions = 10

type TextRow = { title: string; story: string; materials: string; size: string | null; care: string | null }

type PictureRow = {
  contentHash: string
  width: number
  height: number
  altZh: string | null
  altEn: string | null
  isAvif: boolean
  thumbHash: string | null
  shot: string | null
}

type VariantRow = {
  id: string
  nameZh: string | null
  nameEn: string | null
  makeMode: MakeMode
  makeDays: number | null
  weeklyCapacity: number | null
  queued: number
  weightGrams: number | null
  free: number
  heldUntil: number | null
  priceFen: number
}

type WishRow = {
  id: string
  labelZh: string
  labelEn: string | null
  hintZh: string | null
  hintEn: string | null
  maxLength: number
  isRequired: boolean
}

type ProductRow = {
  id: string
  slug: string
  serial: string
  isOnSale: boolean
  isShopPaused: boolean
  makingMinutes: number | null
  widthMm: number | null
  heightMm: number | null
  depthMm: number | null
  fromPriceFen: bigint | null
  materialsCostFen: bigint | null
  packingFen: bigint | null
  showsCosts: boolean
  craftId: string
  shipsAbroad: boolean
  staysInside: boolean
  materialCodes: string[]
  colourCodes: string[]
  craftCode: string
  craftZh: string
  craftEn: string
  sellerSlug: string
  sellerKind: SellerKind
  sellerZh: string
  sellerEn: string
  sealText: string
  countyZh: string
  countyEn: string | null
  wordsZh: string | null
  wordsEn: string | null
  makerName: string | null
  yearsAtCraft: number | null
  isSample: boolean
  zh: TextRow
  en: TextRow | null
  rests: Rest[]
  pictures: PictureRow[]
  variants: VariantRow[]
  wishes: WishRow[]
  voice: ProductPageView['voice']
  attributes: Attributes
  fields: CraftField[]
  questions: ProductPageView['questions']
  asks: string | null
}

/** A piece's page by its slug; null for a slug that is none, a draft, and a piece that was withdrawn. One statement. */
export async function findProductPage(slug: string, locale: Locale): Promise<ProductPageView | null> {
  const row = await findRow(slug)
  if (!row) return null
  const text = locale === 'en' && row.en ? row.en : row.zh
  return {
    id: row.id,
    slug: row.slug,
    serial: row.serial,
    craft: { code: row.craftCode, name: locale === 'en' ? row.craftEn : row.craftZh },
    ...text,
    textLang: locale === 'en' && !row.en ? 'zh-CN' : null,
    makingMinutes: row.makingMinutes,
    sides: sidesOf(row),
    pictures: picturesOf(row, locale, text.title),
    variants: row.variants.map((variant) => variantView(variant, row.colourCodes, locale)),
    wishes: row.wishes.map((wish) => wishView(wish, locale)),
    fromPriceFen: toSafeNumber(row.fromPriceFen ?? 0n),
    costs: costsOf(row),
    goods: { craftId: row.craftId, shipsAbroad: row.shipsAbroad, materialCodes: row.materialCodes },
    staysInside: row.staysInside,
    rests: row.rests,
    voice: row.voice,
    facts: describeAttributes(row.fields, row.attributes, locale),
    questions: row.questions,
    takesQuestions: settingOf('features.questions', row.asks) === 1,
    isOnSale: row.isOnSale && row.variants.length > 0,
    isShopPaused: row.isShopPaused,
    seller: sellerOf(row, locale),
  }
}

async function findRow(slug: string): Promise<ProductRow | undefined> {
  const [row] = await prisma.$queryRaw<ProductRow[]>`
    SELECT p.id, p.slug, p.serial, p.status = 'on_sale' AND s.status = 'active' AS "isOnSale",
      p.status = 'on_sale' AND s.status = 'paused' AS "isShopPaused", p."makingMinutes", p."widthMm", p."heightMm", p."depthMm", p."fromPriceFen",
      p."materialsCostFen", p."packingFen", p."showsCosts", p."craftId", p."shipsAbroad", p."materialCodes", p."colourCodes", p.attributes,
      coalesce((SELECT NOT (${goesAbroad}) FROM "SearchEntry" e WHERE e.id = p.id AND e."isShown"), false) AS "staysInside",
      k.code AS "craftCode", k."nameZh" AS "craftZh", k."nameEn" AS "craftEn", s.slug AS "sellerSlug", s.kind AS "sellerKind", s."nameZh" AS "sellerZh",
      s."nameEn" AS "sellerEn", s."sealText", g."nameZh" AS "countyZh", g."nameEn" AS "countyEn", s."wordsZh", s."wordsEn", s."makerName",
      s."yearsAtCraft", s."isSample", ${restsOfSeller} AS rests,
      (SELECT jsonb_build_object('title', t.title, 'story', t.story, 'materials', t.materials, 'size', t.size, 'care', t.care)
        FROM "ProductText" t WHERE t."productId" = p.id AND t.locale = 'zh-CN') AS zh,
      (SELECT jsonb_build_object('title', t.title, 'story', t.story, 'materials', t.materials, 'size', t.size, 'care', t.care)
        FROM "ProductText" t WHERE t."productId" = p.id AND t.locale = 'en' AND t."reviewedAt" IS NOT NULL) AS en,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('contentHash', m."contentHash", 'width', m.width, 'height', m.height, 'altZh', m."altZh",
          'altEn', m."altEn", 'isAvif', m."avifAt" IS NOT NULL, 'thumbHash', m."thumbHash", 'shot', m.shot) ORDER BY pm.position), '[]')
        FROM "ProductMedia" pm JOIN "Media" m ON m.id = pm."mediaId" AND m.state = 'ready' WHERE pm."productId" = p.id) AS pictures,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'nameZh', v."nameZh", 'nameEn', v."nameEn", 'makeMode', v."makeMode",
          'makeDays', v."makeDays", 'weeklyCapacity', v."weeklyCapacity", 'queued', ${queuedOfVariant}, 'weightGrams', v."weightGrams", 'free', greatest(coalesce(i."onHand" - i.reserved, 0), 0),
          'heldUntil', extract(epoch FROM ${heldUntil}) * 1000, 'priceFen', t."unitPriceFen") ORDER BY v.position, v.id), '[]')
        FROM "Variant" v JOIN "PriceTier" t ON t."variantId" = v.id AND t.channel = 'retail' AND t."minQuantity" = 1
        LEFT JOIN "StockItem" i ON i."variantId" = v.id WHERE v."productId" = p.id AND v."retiredAt" IS NULL) AS variants,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'labelZh', w."labelZh", 'labelEn', w."labelEn", 'hintZh', w."hintZh", 'hintEn', w."hintEn",
          'maxLength', w."maxLength", 'isRequired', w."isRequired") ORDER BY w.position), '[]') FROM "Wish" w WHERE w."productId" = p.id) AS wishes,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('code', f.code, 'kind', f.kind, 'nameZh', f."nameZh", 'nameEn', f."nameEn", 'hintZh', NULL, 'unitZh', f."unitZh",
          'unitEn', f."unitEn", 'least', f.least, 'most', f.most, 'isRequired', f."isRequired", 'options', (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'code', o.code, 'nameZh', o."nameZh", 'nameEn', o."nameEn") ORDER BY o.position), '[]') FROM "CraftFieldOption" o WHERE o."fieldId" = f.id)) ORDER BY f.position), '[]')
        FROM "CraftField" f WHERE f."craftId" = p."craftId" AND jsonb_exists(p.attributes, f.code)) AS fields,
      (SELECT jsonb_build_object('id', v.id, 'seconds', v.seconds) FROM "VoiceNote" v
        WHERE v."productId" = p.id AND voice_is_heard(p.id, v."speakerId", v."approvedAt")) AS voice,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'words', q.words, 'answer', q.answer) ORDER BY q."answeredAt" DESC, q.id), '[]') FROM (
        SELECT * FROM questions_shown(p.id) q
        ORDER BY q."answeredAt" DESC LIMIT ${mostQuestions}) q) AS questions,
      ${settingSql('features.questions')} AS asks
    FROM "Product" p JOIN "Craft" k ON k.id = p."craftId" JOIN "Seller" s ON s.id = p."sellerId" JOIN "Region" g ON g.id = s."countyId"
    WHERE p.slug = ${slug} AND p.status IN ('on_sale', 'paused') AND p."publishedAt" IS NOT NULL`
  return row
}

/** Only what she shows, and only where one account holds for every kind. */
function costsOf({ showsCosts, materialsCostFen, packingFen, makingMinutes, variants }: ProductRow) {
  const isOnePrice = new Set(variants.map(({ priceFen }) => priceFen)).size === 1
  if (!showsCosts || !isOnePrice || materialsCostFen === null || makingMinutes === null) return null
  return { materialsFen: toSafeNumber(materialsCostFen), packingFen: toSafeNumber(packingFen ?? 0n) }
}

function variantView(row: VariantRow, colourCodes: readonly string[], locale: Locale): VariantView {
  const name = row.nameZh === null ? null : wordsIn(locale, row.nameZh, row.nameEn)
  const availability = availabilityOf({
    ready: row.makeMode === 'stock' ? row.free : 0,
    unique: row.makeMode === 'one_of_a_kind' ? row.free : 0,
    days: row.makeMode === 'made_to_order' ? makingDays(row) : null,
  })
  return {
    id: row.id,
    name: name?.text ?? null,
    nameLang: name?.lang ?? null,
    priceFen: row.priceFen,
    availability,
    most: mostOf(availability),
    heldUntil: row.heldUntil,
    colour: kindColour(row.nameZh, colourCodes),
    daysByCount: availability.kind === 'made_to_order' ? daysByCount(row) : [],
    weightGrams: row.weightGrams,
  }
}

/** Only where a week's pieces are known do more of them take longer. */
function daysByCount(row: VariantRow): number[] {
  if (row.weeklyCapacity === null) return []
  return Array.from({ length: mostOffered }, (_, at) => makingDays(row, at + 1)).filter(
    (days) => days !== null,
  )
}

function sidesOf({ widthMm, heightMm, depthMm }: ProductRow): ProductPageView['sides'] {
  return widthMm === null || heightMm === null ? null : { widthMm, heightMm, depthMm }
}

/** Advice without English stands on an English page only below a question that has none either. */
function wishView({ labelZh, labelEn, hintZh, hintEn, ...wish }: WishRow, locale: Locale): WishView {
  const label = wordsIn(locale, labelZh, labelEn)
  return { ...wish, label: label.text, lang: label.lang, hint: locale === 'en' && labelEn ? hintEn : hintZh }
}

function picturesOf(row: ProductRow, locale: Locale, title: string): ProductPageView['pictures'] {
  if (row.pictures.length === 0) return [{ photo: noPicture(title), blurred: null, shot: null }]
  return row.pictures.map(({ isAvif, thumbHash, shot, ...picture }) => ({
    photo: pictureOf({ ...picture, avifAt: isAvif ? new Date(0) : null }, locale, title),
    blurred: drawThumbHash(thumbHash),
    shot: shotName(shot),
  }))
}

const shots = ['whole', 'detail', 'back', 'scale', 'hanging', 'making', 'in_use'] as const

function shotName(shot: string | null): ShotName {
  if (shot === 'macro') return 'detail'
  if (shot === 'in-use') return 'in_use'
  return shots.find((name) => name === shot) ?? null
}

function sellerOf(row: ProductRow, locale: Locale): ProductPageView['seller'] {
  const words = row.wordsZh === null ? null : wordsIn(locale, row.wordsZh, row.wordsEn)
  return {
    slug: row.sellerSlug,
    kind: row.sellerKind,
    name: locale === 'en' ? row.sellerEn : row.sellerZh,
    county: wordsIn(locale, row.countyZh, row.countyEn).text,
    seal: row.sealText,
    words: words?.text ?? null,
    wordsLang: words?.lang ?? null,
    makerName: row.makerName,
    yearsAtCraft: row.yearsAtCraft,
    isSample: row.isSample,
  }
}

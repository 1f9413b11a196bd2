import { settingOf, settingSql } from '~/modules/settings/setting-sql.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import type { AbroadTerms, FreeLimit, PostageService, Words } from './send-abroad'

type TermsRow = {
  code: string
  name: Words
  isLatin: boolean
  postcode: { pattern: string; example: string } | null
  freeLimit: FreeLimit | null
  rates: {
    id: string
    service: PostageService
    firstGrams: number
    firstFen: number
    stepGrams: number
    stepFen: number
    mostGrams: number
    daysFrom: number
    daysTo: number
    isTracked: boolean
  }[]
  blocked: { craftId: string | null; materialCode: string | null; reason: Words }[]
  packingGrams: string | null
  packingBps: string | null
}

/** What holds at the shop's present time for parcels into a country; null for the mainland and for a country that none go to. One statement. */
export async function findAbroadTerms(country: string, tx: Tx = prisma): Promise<AbroadTerms | null> {
  if (country === 'CN') return null
  const [row] = await tx.$queryRaw<TermsRow[]>`
    SELECT c.code, jsonb_build_object('zh', c."nameZh", 'en', c."nameEn") AS name, c."isLatin",
      CASE WHEN c."postcodePattern" IS NOT NULL THEN jsonb_build_object('pattern', c."postcodePattern", 'example', c."postcodeExample") END AS postcode,
      CASE WHEN c."freeLimit" IS NOT NULL THEN jsonb_build_object('units', c."freeLimit", 'currency', c."freeLimitCurrency", 'day', c."freeLimitOn") END AS "freeLimit",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'service', r.service, 'firstGrams', r."firstGrams", 'firstFen', r."firstFen", 'stepGrams', r."stepGrams",
          'stepFen', r."stepFen", 'mostGrams', r."mostGrams", 'daysFrom', r."daysFrom", 'daysTo', r."daysTo", 'isTracked', r."isTracked")), '[]')
        FROM "PostageRate" r WHERE r."zoneId" = c."zoneId" AND r."validFrom" <= app_now() AND (r."validTo" IS NULL OR r."validTo" > app_now())) AS rates,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('craftId', b."craftId", 'materialCode', b."materialCode",
          'reason', jsonb_build_object('zh', b."reasonZh", 'en', b."reasonEn")) ORDER BY b."countryCode" NULLS LAST, b.id), '[]')
        FROM "BlockedGoods" b WHERE (b."countryCode" IS NULL OR b."countryCode" = c.code)
          AND b."validFrom" <= app_now() AND (b."validTo" IS NULL OR b."validTo" > app_now())) AS blocked,
      ${settingSql('abroad.packingGrams')} AS "packingGrams", ${settingSql('abroad.packingBps')} AS "packingBps"
    FROM "Country" c WHERE c.code = ${country} AND c."zoneId" IS NOT NULL`
  if (!row) return null
  const { code, name, isLatin, postcode, freeLimit, blocked } = row
  return {
    country: { code, name, isLatin, postcode, freeLimit },
    rates: row.rates.map((rate) => ({
      ...rate,
      firstFen: BigInt(rate.firstFen),
      stepFen: BigInt(rate.stepFen),
    })),
    blocked,
    packing: {
      grams: settingOf('abroad.packingGrams', row.packingGrams),
      bps: settingOf('abroad.packingBps', row.packingBps),
    },
  }
}

import { settingOf, settingSql } from '~/modules/settings/setting-sql.server'
import { Prisma, prisma, type Tx } from '~/platform/db/prisma.server'
import type { AbroadCountry, AbroadTerms, Rate } from './send-abroad'

/** As the database answers them, in one value. */
export type ReadAbroadTerms = {
  country: AbroadCountry
  rates: (Omit<Rate, 'firstFen' | 'stepFen'> & { firstFen: number; stepFen: number })[]
  blocked: AbroadTerms['blocked']
  packingGrams: string | null
  packingBps: string | null
}

/** What holds at the shop's present time for parcels into a country; null for the mainland and for a country that none go to. One statement. */
export async function findAbroadTerms(country: string, tx: Tx = prisma): Promise<AbroadTerms | null> {
  if (country === 'CN') return null
  const [row] = await tx.$queryRaw<
    { terms: ReadAbroadTerms | null }[]
  >`SELECT ${abroadTermsSql(country)} AS terms`
  return abroadTermsOf(row?.terms ?? null)
}

/** The same as a part of another statement, to be read by abroadTermsOf. */
export function abroadTermsSql(country: string): Prisma.Sql {
  if (country === 'CN') return Prisma.sql`NULL::jsonb`
  return Prisma.sql`(
    SELECT jsonb_build_object(
      'country', jsonb_build_object('code', c.code, 'name', jsonb_build_object('zh', c."nameZh", 'en', c."nameEn"), 'isLatin', c."isLatin",
        'postcode', CASE WHEN c."postcodePattern" IS NOT NULL THEN jsonb_build_object('pattern', c."postcodePattern", 'example', c."postcodeExample") END,
        'freeLimit', CASE WHEN c."freeLimit" IS NOT NULL THEN jsonb_build_object('units', c."freeLimit", 'currency', c."freeLimitCurrency", 'day', c."freeLimitOn") END),
      'rates', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'service', r.service, 'firstGrams', r."firstGrams", 'firstFen', r."firstFen", 'stepGrams', r."stepGrams",
          'stepFen', r."stepFen", 'mostGrams', r."mostGrams", 'daysFrom', r."daysFrom", 'daysTo', r."daysTo", 'isTracked', r."isTracked")), '[]')
        FROM "PostageRate" r WHERE r."zoneId" = c."zoneId" AND r."validFrom" <= app_now() AND (r."validTo" IS NULL OR r."validTo" > app_now())),
      'blocked', (SELECT coalesce(jsonb_agg(jsonb_build_object('craftId', b."craftId", 'materialCode', b."materialCode",
          'reason', jsonb_build_object('zh', b."reasonZh", 'en', b."reasonEn")) ORDER BY b."countryCode" NULLS LAST, b.id), '[]')
        FROM "BlockedGoods" b WHERE (b."countryCode" IS NULL OR b."countryCode" = c.code)
          AND b."validFrom" <= app_now() AND (b."validTo" IS NULL OR b."validTo" > app_now())),
      'packingGrams', ${settingSql('abroad.packingGrams')}, 'packingBps', ${settingSql('abroad.packingBps')})
    FROM "Country" c WHERE c.code = ${country} AND c."zoneId" IS NOT NULL)`
}

/** What abroadTermsSql gave, read. */
export function abroadTermsOf(read: ReadAbroadTerms | null): AbroadTerms | null {
  if (!read) return null
  const { country, rates, blocked, packingGrams, packingBps } = read
  return {
    country,
    rates: rates.map((rate) => ({ ...rate, firstFen: BigInt(rate.firstFen), stepFen: BigInt(rate.stepFen) })),
    blocked,
    packing: {
      grams: settingOf('abroad.packingGrams', packingGrams),
      bps: settingOf('abroad.packingBps', packingBps),
    },
  }
}

import type { Tx } from '~/platform/db/prisma.server'
import { fromSafeNumber } from '~/platform/money'
import { MinimumWages } from './minimum-wage'

export type MinimumWage = { hourlyFen: bigint; placeZh: string; placeEn: string | null; source: string }

type PlaceRow = { code: string; nameZh: string; nameEn: string | null }

/**
 * The lowest hourly wage where a seller works, at the shop's present time: of her county, else of the city, else of the province. Null where none is set. A row that does
 * not fit is a fault, never a wage.
 */
export async function findMinimumWage(tx: Tx, sellerId: string): Promise<MinimumWage | null> {
  const [row] = await tx.$queryRaw<{ value: unknown; places: PlaceRow[] }[]>`
    SELECT w.value, (SELECT jsonb_agg(jsonb_build_object('code', r.code, 'nameZh', r."nameZh", 'nameEn', r."nameEn") ORDER BY length(r.code) DESC)
      FROM "Region" r WHERE r.id = ANY (g."ancestorIds")) AS places
    FROM "Seller" s JOIN "Region" g ON g.id = s."regionId"
    JOIN "Setting" w ON w.key = 'wages.minimumHourly' AND w."validFrom" <= app_now() AND (w."validTo" IS NULL OR w."validTo" > app_now())
    WHERE s.id = ${sellerId}::uuid`
  if (!row) return null
  const { hourlyFen, source } = MinimumWages.parse(row.value)
  for (const { code, nameZh, nameEn } of row.places) {
    const fen = hourlyFen[code]
    if (fen !== undefined) return { hourlyFen: fromSafeNumber(fen), placeZh: nameZh, placeEn: nameEn, source }
  }
  return null
}

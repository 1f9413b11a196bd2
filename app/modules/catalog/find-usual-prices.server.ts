import type { Tx } from '~/platform/db/prisma.server'
import type { UsualPrice } from './pre-checks'

/** What pieces of each of these crafts on sale usually cost, by the craft's code: the median of their lowest retail prices. */
export async function findUsualPrices(
  tx: Tx,
  craftCodes: readonly string[],
): Promise<Map<string, UsualPrice>> {
  const rows = await tx.$queryRaw<{ code: string; medianFen: number; pieces: number }[]>`
    SELECT k.code, round(percentile_cont(0.5) WITHIN GROUP (ORDER BY one.fen))::float8 AS "medianFen", count(*)::int AS pieces
    FROM (SELECT p."craftId", min(t."unitPriceFen") AS fen FROM "Product" p
      JOIN "Variant" v ON v."productId" = p.id AND v."retiredAt" IS NULL
      JOIN "PriceTier" t ON t."variantId" = v.id AND t.channel = 'retail' AND t."minQuantity" = 1
      WHERE p.status = 'on_sale' GROUP BY p.id) one
    JOIN "Craft" k ON k.id = one."craftId" WHERE k.code = ANY (${[...craftCodes]}) GROUP BY k.code`
  return new Map(rows.map(({ code, medianFen, pieces }) => [code, { medianFen, pieces }]))
}

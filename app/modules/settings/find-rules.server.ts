import { Prisma } from '~/generated/prisma/client'
import type { SellerKind } from '~/generated/prisma/enums'
import type { Tx } from '~/platform/db/prisma.server'

/** What is sold and by whom: what a commission rule may ask. */
export type SoldGoods = { craftId: string; sellerKind: SellerKind }

export type CommissionRule = { id: string; bps: number; taxBps: number }

/** The rule for goods sold now, or at an instant: of those in force the first that matches, by priority. Its rate is frozen into the line. */
export async function findCommissionRule(
  tx: Tx,
  { craftId, sellerKind }: SoldGoods,
  at: Date | null = null,
): Promise<CommissionRule> {
  const [rule] = await tx.$queryRaw<CommissionRule[]>(
    commissionRuleSql({
      craftId: Prisma.sql`${craftId}::uuid`,
      sellerKind: Prisma.sql`${sellerKind}`,
      at: Prisma.sql`coalesce(${at}::timestamptz, app_now())`,
    }),
  )
  if (!rule) throw new Error('no commission rule is valid now')
  return rule
}

/** The same as a part of another statement, for goods that it names: `id`, `bps` and `taxBps`, no row where no rule is valid. */
export function commissionRuleSql({
  craftId,
  sellerKind,
  at = Prisma.sql`app_now()`,
}: Record<'craftId' | 'sellerKind', Prisma.Sql> & { at?: Prisma.Sql }): Prisma.Sql {
  return Prisma.sql`
    SELECT id, bps, "taxBps" FROM "CommissionRule"
    WHERE "validFrom" <= ${at} AND ("validTo" IS NULL OR "validTo" > ${at})
      AND ("craftId" IS NULL OR "craftId" = ${craftId}) AND ("sellerKind" IS NULL OR "sellerKind"::text = ${sellerKind})
    ORDER BY priority LIMIT 1`
}

export type PostageRule = { id: string; parcelFen: bigint; freeFromFen: bigint | null }

/** The postage rule valid now, alone or as a part of another statement. */
export const postageRuleSql = Prisma.sql`
  SELECT id, "parcelFen", "freeFromFen" FROM "PostageRule" WHERE "validFrom" <= app_now() AND ("validTo" IS NULL OR "validTo" > app_now())`

/** The postage rule valid now. */
export async function findPostageRule(tx: Tx): Promise<PostageRule> {
  const [rule] = await tx.$queryRaw<PostageRule[]>(postageRuleSql)
  if (!rule) throw new Error('no postage rule is valid now')
  return rule
}

/** Postage of one parcel with goods of this worth, fen. */
export function postageOf(rule: PostageRule, goodsFen: bigint): bigint {
  return rule.freeFromFen !== null && goodsFen >= rule.freeFromFen ? 0n : rule.parcelFen
}

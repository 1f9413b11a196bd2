import type { Tx } from '~/platform/db/prisma.server'

/** The commission rule valid now; its rate is frozen into each line sold. */
export async function findCommissionRule(tx: Tx): Promise<{ id: string; bps: number }> {
  const [rule] = await tx.$queryRaw<{ id: string; bps: number }[]>`
    SELECT id, bps FROM "CommissionRule" WHERE "validFrom" <= app_now() AND ("validTo" IS NULL OR "validTo" > app_now())`
  if (!rule) throw new Error('no commission rule is valid now')
  return rule
}

export type PostageRule = { id: string; parcelFen: bigint; freeFromFen: bigint | null }

/** The postage rule valid now. */
export async function findPostageRule(tx: Tx): Promise<PostageRule> {
  const [rule] = await tx.$queryRaw<PostageRule[]>`
    SELECT id, "parcelFen", "freeFromFen" FROM "PostageRule" WHERE "validFrom" <= app_now() AND ("validTo" IS NULL OR "validTo" > app_now())`
  if (!rule) throw new Error('no postage rule is valid now')
  return rule
}

/** Postage of one parcel with goods of this worth, fen. */
export function postageOf(rule: PostageRule, goodsFen: bigint): bigint {
  return rule.freeFromFen !== null && goodsFen >= rule.freeFromFen ? 0n : rule.parcelFen
}

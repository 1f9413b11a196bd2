import { Prisma, type Tx } from '~/platform/db/prisma.server'
import { sum } from '~/platform/money'
import { type DiscountGoods, discountOf, missingFen, type PromotionTerms } from './discount'

type PromotionRow = PromotionTerms &
  Pick<FoundPromotion, 'id' | 'nameZh' | 'nameEn' | 'code' | 'organisation'> & {
    mostUses: number | null
    used: number
  }

/** The promotion that goods get now, with what it takes off each line, in their order. */
export type FoundPromotion = {
  id: string
  nameZh: string
  nameEn: string
  code: string | null
  bearer: 'platform' | 'seller' | 'sponsor'
  /** of a sponsor: whom */
  organisation: { nameZh: string; nameEn: string | null } | null
  discounts: bigint[]
  discountFen: bigint
}

/** Why a code that was typed takes nothing off. */
export type CodeProblem =
  | { kind: 'unknown' | 'used_up' | 'not_for_these' | 'outdone' }
  | { kind: 'below'; missingFen: bigint }

type Asked = { goods: readonly DiscountGoods[]; code: string | null }

type Found = { promotion: FoundPromotion | null; codeProblem: CodeProblem | null }

/**
 * The one promotion of an order: of the code that was typed and of those that apply by themselves the one that takes most off; the code where they take the same. In force are those whose
 * time it is, that are not used up, and, where a maker bears it, that she has agreed to. Of a code the caps per buyer are asked at placing, when the buyer is known.
 */
export async function findPromotion(tx: Tx, asked: Asked): Promise<Found> {
  const [row] = await tx.$queryRaw<{ promotions: ReadPromotion[] }[]>`
    SELECT ${promotionsSql(Prisma.sql`${asked.code}`)} AS promotions`
  return choosePromotion(row?.promotions ?? [], asked)
}

/** A promotion as a statement gives it: a number of JSON would lose the last digits of a large amount. */
export type ReadPromotion = Omit<PromotionRow, 'offFen' | 'minSpendFen'> & {
  offFen: string | null
  minSpendFen: string
}

/** Those that may apply now, a part of a statement that names the code; what choosePromotion chooses from. */
export function promotionsSql(code: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'nameZh', p."nameZh", 'nameEn', p."nameEn", 'code', p.code, 'percentBps', p."percentBps",
      'offFen', p."offFen"::text, 'minSpendFen', p."minSpendFen"::text, 'craftId', p."craftId", 'sellerId', p."sellerId", 'bearer', p.bearer,
      'organisation', (SELECT jsonb_build_object('nameZh', o."nameZh", 'nameEn', o."nameEn") FROM "Organisation" o WHERE o.id = p."organisationId"),
      'mostUses', p."mostUses", 'used', p.used) ORDER BY p.id), '[]')
    FROM (SELECT * FROM "Promotion" p WHERE p."validFrom" <= app_now() AND p."validTo" > app_now() AND (p.bearer <> 'seller' OR p."agreedAt" IS NOT NULL)
      AND (p.code IS NULL OR p.code = ${code}) ORDER BY p.id LIMIT 200) p)`
}

/** The same where they were read with something else. */
export function choosePromotion(read: readonly ReadPromotion[], { goods, code }: Asked): Found {
  const rows = read.map(({ offFen, minSpendFen, ...row }) => ({
    ...row,
    offFen: offFen === null ? null : BigInt(offFen),
    minSpendFen: BigInt(minSpendFen),
  }))
  const typed = code === null ? null : (rows.find((row) => row.code === code) ?? null)
  const found = rows.filter((row) => !isUsedUp(row)).map((row) => take(row, goods))
  const [promotion = null] = found
    .filter(({ discountFen }) => discountFen > 0n)
    .sort((a, b) => order(b.discountFen, a.discountFen) || order(rank(a), rank(b)) || (a.id < b.id ? -1 : 1))
  if (code === null || promotion?.code === code) return { promotion, codeProblem: null }
  return { promotion, codeProblem: problemOf(typed, goods) }
}

const isUsedUp = ({ mostUses, used }: PromotionRow) => mostUses !== null && used >= mostUses

function take(row: PromotionRow, goods: readonly DiscountGoods[]): FoundPromotion {
  const { id, nameZh, nameEn, code, bearer, organisation } = row
  const discounts = discountOf(row, goods)
  return { id, nameZh, nameEn, code, bearer, organisation, discounts, discountFen: sum(discounts) }
}

function problemOf(typed: PromotionRow | null, goods: readonly DiscountGoods[]): CodeProblem {
  if (!typed) return { kind: 'unknown' }
  if (isUsedUp(typed)) return { kind: 'used_up' }
  const missing = missingFen(typed, goods)
  if (missing === null) return { kind: 'not_for_these' }
  return missing > 0n ? { kind: 'below', missingFen: missing } : { kind: 'outdone' }
}

/** A code before what applies by itself. */
const rank = ({ code }: FoundPromotion) => (code === null ? 1n : 0n)

function order(a: bigint, b: bigint): number {
  return a === b ? 0 : a < b ? -1 : 1
}

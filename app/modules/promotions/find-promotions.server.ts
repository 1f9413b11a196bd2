import type { Actor } from '~/modules/auth/actor'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { type Prisma, prisma } from '~/platform/db/prisma.server'
import { toSafeNumber } from '~/platform/money'
import type { PromotionView } from './promotion-view'

/** most promotions in one list */
const shown = 100

const named = { select: { id: true, nameZh: true, nameEn: true } } as const

const include = {
  craft: named,
  seller: named,
  organisation: { select: { nameZh: true } },
  replacedBy: { select: { id: true } },
} as const satisfies Prisma.PromotionInclude

type Row = Prisma.PromotionGetPayload<{ include: typeof include }>

/** All promotions, the newest first, with what they have come to. The caller has checked that it is an administrator who asks. */
export async function unsafeFindPromotions(): Promise<PromotionView[]> {
  return find({})
}

/** The promotions that a maker bears or would bear, those that wait for her among them. */
export async function findOwnPromotions({ actor }: { actor: Actor }): Promise<PromotionView[]> {
  return find({ bearer: 'seller', sellerId: { in: actor.sellerIds } })
}

async function find(where: Prisma.PromotionWhereInput): Promise<PromotionView[]> {
  const now = await appNow()
  const rows = await prisma.promotion.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: shown,
    include,
  })
  const uses = await findUses(rows.map(({ id }) => id))
  return rows.map((row) => viewOf(row, now, uses.get(row.id)))
}

type Uses = { promotionId: string; uses: number; given: bigint }

async function findUses(ids: readonly string[]): Promise<Map<string, Uses>> {
  const rows = await prisma.$queryRaw<Uses[]>`
    SELECT u."promotionId", count(*)::int AS uses, sum(o."discountFen")::bigint AS given
    FROM "PromotionUse" u JOIN "Order" o ON o.id = u."orderId"
    WHERE u."promotionId" = ANY(${[...ids]}::uuid[]) AND u."givenBackAt" IS NULL GROUP BY u."promotionId"`
  return new Map(rows.map((row) => [row.promotionId, row]))
}

function viewOf(row: Row, now: Date, uses: Uses | undefined): PromotionView {
  return {
    id: row.id,
    nameZh: row.nameZh,
    nameEn: row.nameEn,
    code: row.code,
    percentBps: row.percentBps,
    offFen: row.offFen === null ? null : toSafeNumber(row.offFen),
    minSpendFen: toSafeNumber(row.minSpendFen),
    craft: row.craft && { id: row.craft.id, zh: row.craft.nameZh, en: row.craft.nameEn },
    seller: row.seller && { id: row.seller.id, zh: row.seller.nameZh, en: row.seller.nameEn },
    bearer: row.bearer,
    sponsor: row.organisation?.nameZh ?? null,
    mostUses: row.mostUses,
    mostPerBuyer: row.mostPerBuyer,
    from: dayOf(row.validFrom),
    until: dayOf(new Date(Math.max(row.validFrom.getTime(), row.validTo.getTime() - 1))),
    agreedOn: row.agreedAt && dayOf(row.agreedAt),
    state: stateOf(row, now),
    isReplaced: row.replacedBy !== null,
    uses: uses?.uses ?? 0,
    givenFen: toSafeNumber(uses?.given ?? 0n),
    note: row.note,
  }
}

function stateOf({ bearer, agreedAt, validFrom, validTo }: Row, now: Date): PromotionView['state'] {
  if (validTo <= now || validTo <= validFrom) return 'ended'
  if (bearer === 'seller' && !agreedAt) return 'waiting'
  return validFrom > now ? 'later' : 'now'
}

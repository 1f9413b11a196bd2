import { perPage } from '~/modules/claims/queue-page'
import { inScope } from '~/platform/db/in-scope.server'
import { Prisma } from '~/platform/db/prisma.server'
import { toSafeNumber } from '~/platform/money'

/** A payment that came back and has not been tried again. */
export type FailedPayout = {
  id: string
  batchId: string
  batchNumber: string
  nameZh: string
  nameEn: string
  amountFen: number
  /** the bank's words */
  reason: string | null
  failedAt: string
}

type Row = Omit<FailedPayout, 'amountFen' | 'failedAt'> & { amountFen: bigint; failedAt: Date }

/** The last payment of each party whose last payment failed or was returned. */
const cameBack = Prisma.sql`l.state IN ('failed', 'returned')
  AND NOT EXISTS (SELECT 1 FROM "PayoutLine" later WHERE later."partyId" = l."partyId" AND later.id > l.id AND later.state <> 'cancelled')`

/** A page of the payments that came back, the oldest first. The caller has checked that it is finance who asks. */
export function findFailedPayouts({ page = 1 }: { page?: number } = {}): Promise<FailedPayout[]> {
  return inScope({ job: 'payout' }, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT l.id, l."batchId", b.number AS "batchNumber", coalesce(s."nameZh", p.name, '') AS "nameZh", coalesce(s."nameEn", p.name, '') AS "nameEn",
        l."amountFen", l."failureReason" AS reason, coalesce(l."finishedAt", b."preparedAt") AS "failedAt"
      FROM "PayoutLine" l JOIN "PayoutBatch" b ON b.id = l."batchId" JOIN "Party" y ON y.id = l."partyId" LEFT JOIN "Seller" s ON s.id = y."sellerId" LEFT JOIN "Person" p ON p.id = y."personId"
      WHERE ${cameBack}
      ORDER BY 8, l.id LIMIT ${perPage} OFFSET ${(page - 1) * perPage}`
    return rows.map(({ amountFen, failedAt, ...row }) => ({
      ...row,
      amountFen: toSafeNumber(amountFen),
      failedAt: failedAt.toISOString(),
    }))
  })
}

/** How many they are, however long the list. */
export function countFailedPayouts(): Promise<number> {
  return inScope({ job: 'payout' }, async (tx) => {
    const [row] = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM "PayoutLine" l WHERE ${cameBack}`
    return row?.count ?? 0
  })
}

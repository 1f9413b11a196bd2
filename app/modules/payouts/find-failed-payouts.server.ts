import { inScope } from '~/platform/db/in-scope.server'
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

/** The last payment of each party whose last payment failed or was returned, the oldest first: 100 at most. The caller has checked that it is finance who asks. */
export function findFailedPayouts(): Promise<FailedPayout[]> {
  return inScope({ job: 'payout' }, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT l.id, l."batchId", b.number AS "batchNumber", coalesce(s."nameZh", p.name, '') AS "nameZh", coalesce(s."nameEn", p.name, '') AS "nameEn",
        l."amountFen", l."failureReason" AS reason, coalesce(l."finishedAt", b."preparedAt") AS "failedAt"
      FROM "PayoutLine" l JOIN "PayoutBatch" b ON b.id = l."batchId" JOIN "Party" y ON y.id = l."partyId" LEFT JOIN "Seller" s ON s.id = y."sellerId" LEFT JOIN "Person" p ON p.id = y."personId"
      WHERE l.state IN ('failed', 'returned')
        AND NOT EXISTS (SELECT 1 FROM "PayoutLine" later WHERE later."partyId" = l."partyId" AND later.id > l.id AND later.state <> 'cancelled')
      ORDER BY 8, l.id LIMIT 100`
    return rows.map(({ amountFen, failedAt, ...row }) => ({
      ...row,
      amountFen: toSafeNumber(amountFen),
      failedAt: failedAt.toISOString(),
    }))
  })
}

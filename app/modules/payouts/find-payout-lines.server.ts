import { dayOf, monthStart, startOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { toSafeNumber } from '~/platform/money'

/** `in_transit`: all that is on its way; `paid`: paid since the first day of this month. */
export type PayoutLineList = 'in_transit' | 'paid'

export type PayoutLineRow = {
  id: string
  batchId: string
  batchNumber: string
  seq: number
  nameZh: string
  nameEn: string
  amountFen: number
  finishedAt: string | null
}

/** The rows behind the figures "on its way" and "paid this month", newest batch first, 500 at most; `sumFen` and `count` are of all. */
export function findPayoutLines(
  list: PayoutLineList,
): Promise<{ rows: PayoutLineRow[]; count: number; sumFen: number }> {
  return inScope({ job: 'payout' }, (tx) => readLines(tx, list))
}

async function readLines(tx: Tx, list: PayoutLineList) {
  const monthBegin = startOf(monthStart(dayOf(await appNow(tx))))
  const where = { state: list, ...(list === 'paid' ? { finishedAt: { gte: monthBegin } } : {}) }
  const rows = await tx.payoutLine.findMany({
    where,
    orderBy: [{ batchId: 'desc' }, { seq: 'asc' }],
    take: 500,
    select: {
      id: true,
      batchId: true,
      seq: true,
      amountFen: true,
      finishedAt: true,
      batch: { select: { number: true } },
      party: {
        select: { seller: { select: { nameZh: true, nameEn: true } }, person: { select: { name: true } } },
      },
    },
  })
  const all = await tx.payoutLine.aggregate({ where, _sum: { amountFen: true }, _count: true })
  return {
    count: all._count,
    sumFen: toSafeNumber(all._sum.amountFen ?? 0n),
    rows: rows.map(({ id, batchId, seq, amountFen, finishedAt, batch, party }) => ({
      id,
      batchId,
      seq,
      batchNumber: batch.number,
      nameZh: party.seller?.nameZh ?? party.person?.name ?? '',
      nameEn: party.seller?.nameEn ?? party.person?.name ?? '',
      amountFen: toSafeNumber(amountFen),
      finishedAt: finishedAt?.toISOString() ?? null,
    })),
  }
}

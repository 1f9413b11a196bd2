import type { PayoutLineState } from '~/generated/prisma/enums'
import type { Tx } from '~/platform/db/prisma.server'
import { toYuan } from '~/platform/money'
import type { PaidParty } from './party-account'
import type { ResultFault, ResultRow } from './read-result'

/** A line of a batch that was sent to the bank. */
export type SentLine = PaidParty & {
  id: string
  seq: number
  amountFen: bigint
  last4: string
  state: PayoutLineState
}

/** The lines of a batch by their number. Needs the job scope `payout`. */
export async function findSentLines(tx: Tx, batchId: string): Promise<Map<number, SentLine>> {
  const lines = await tx.$queryRaw<SentLine[]>`
    SELECT l.id, l.seq, p."sellerId", p."personId", l."amountFen", b.last4, l.state::text AS state
    FROM "PayoutLine" l JOIN "Party" p ON p.id = l."partyId" JOIN "BankAccount" b ON b.id = l."bankAccountId"
    WHERE l."batchId" = ${batchId}::uuid ORDER BY l.seq`
  return new Map(lines.map((line) => [line.seq, line]))
}

/** Where the bank's rows do not fit the batch: unknown or repeated number, another amount or account, or another result than one booked before. */
export function checkResult(rows: readonly ResultRow[], lines: ReadonlyMap<number, SentLine>): ResultFault[] {
  const seen = new Set<number>()
  return rows.flatMap((row) => {
    const line = lines.get(row.seq)
    const repeated = seen.has(row.seq)
    seen.add(row.seq)
    const fault = repeated
      ? ({ row: row.row, key: 'payout.rowTwice', params: { seq: row.seq } } as const)
      : faultOf(row, line)
    return fault ? [fault] : []
  })
}

function faultOf({ row, seq, amountFen, tail, failure }: ResultRow, line?: SentLine): ResultFault | null {
  if (!line) return { row, key: 'payout.rowUnknown', params: { seq } }
  if (amountFen !== line.amountFen) {
    const params = { seq, sent: toYuan(line.amountFen), said: toYuan(amountFen) }
    return { row, key: 'payout.rowOtherAmount', params }
  }
  if (tail !== line.last4)
    return { row, key: 'payout.rowOtherAccount', params: { seq, sent: line.last4, said: tail } }
  const wasPaid = line.state === 'paid' || line.state === 'returned'
  const booked = wasPaid ? '成功' : line.state === 'failed' ? '失败' : null
  const said = failure === null ? '成功' : '失败'
  return booked === null || booked === said
    ? null
    : { row, key: 'payout.rowOtherResult', params: { seq, booked } }
}

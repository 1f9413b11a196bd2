import type { PayoutLineState } from '~/generated/prisma/enums'
import type { Tx } from '~/platform/db/prisma.server'
import type { PaidParty } from './party-account'

/** A line of a batch with what is needed to book its result. */
export type PaidLine = PaidParty & {
  id: string
  batchId: string
  seq: number
  amountFen: bigint
  state: PayoutLineState
}

/** Null when there is none. Batches are locked before their lines are read. */
export async function findPaidLine(tx: Tx, lineId: string): Promise<PaidLine | null> {
  const line = await tx.payoutLine.findUnique({
    where: { id: lineId },
    select: {
      id: true,
      batchId: true,
      seq: true,
      amountFen: true,
      state: true,
      party: { select: { sellerId: true, personId: true } },
    },
  })
  if (!line) return null
  const { party, ...own } = line
  return { ...own, ...party }
}

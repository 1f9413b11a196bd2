import type { PayoutLineState } from '~/generated/prisma/enums'
import type { Prisma, Tx } from '~/platform/db/prisma.server'
import { sourcesOf } from '~/platform/steps'
import { lineSteps } from './status'

type Step = {
  lineId: string
  to: PayoutLineState
  data?: Prisma.PayoutLineUncheckedUpdateManyInput
}

/** The only writer of PayoutLine.state. Its story is the batch's (PayoutEvent) and the ledger's. True when it moved. */
export async function advanceLine(tx: Tx, { lineId, to, data = {} }: Step): Promise<boolean> {
  const { count } = await tx.payoutLine.updateMany({
    where: { id: lineId, state: { in: sourcesOf(lineSteps, to) } },
    data: { ...data, state: to },
  })
  return count === 1
}

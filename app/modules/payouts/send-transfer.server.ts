import type { PayoutLineState } from '~/generated/prisma/enums'
import { openAlert } from '~/modules/alerts/open-alert.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { failpoint } from '~/platform/failpoint.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { PaymentGatewayError } from '~/platform/payments-sdk/payment-gateway'
import { advanceLine } from './advance-line.server'
import { readRateNote, resultNote } from './batch-notes'
import { findPaidLine } from './find-paid-line.server'
import { lockBatch } from './lock-batch.server'
import { postFailed, postPaid } from './post-line-result.server'
import { settleIfDone } from './settle-if-done.server'
import { type Converted, clearingLegs, type TransferRate, transferAmount } from './transfer-rate'

/** After so long a provider may have forgotten our key (Stripe keeps it 24 hours): then it is asked whether the transfer exists before another is made. */
const keyLife = 12 * 60 * 60 * 1000

type Order = { lineId: string; accountRef: string; group: string; amount: bigint; currency: string }

/** What came of it: the provider's transfer, or its reason for making none. */
type Outcome = (Converted & { transferRef: string }) | { reason: string }

/**
 * Sends one line of an approved batch to her account with the payment provider. The line's id is the idempotency key and the rate was fixed at approval: run any
 * number of times, it is one transfer and one posting. A refusal (balance_insufficient, account closed …) makes the line failed and the money owed again; anything
 * else that goes wrong is thrown, and the job repeats it with the same words.
 */
export async function sendTransfer({ lineId }: { lineId: string }): Promise<void> {
  const sent = await findOrder(lineId)
  if (!sent) return
  const outcome = await askProvider(sent.order, sent.isOld)
  await failpoint('transfer.answered')
  await inScope({ job: 'payout' }, (tx) => recordTransfer(tx, lineId, outcome))
}

/** What to ask for; null when the line is not on its way (any more). */
async function findOrder(lineId: string): Promise<{ order: Order; isOld: boolean } | null> {
  const line = await inScope({ job: 'payout' }, (tx) =>
    tx.payoutLine.findUnique({
      where: { id: lineId },
      select: {
        state: true,
        amountFen: true,
        connectAccount: { select: { providerRef: true } },
        batch: {
          select: {
            number: true,
            approvedAt: true,
            events: { where: { state: 'approved' }, select: { note: true }, orderBy: { id: 'asc' } },
          },
        },
      },
    }),
  )
  const accountRef = line?.connectAccount?.providerRef
  if (line?.state !== 'in_transit' || !accountRef || !line.batch.approvedAt) return null
  const rate = line.batch.events.map(({ note }) => readRateNote(note)).find((one) => one !== null)
  if (!rate) throw new Error('a batch of transfers without its rate')
  return {
    order: { lineId, accountRef, group: line.batch.number, ...moneyOf(line.amountFen, rate) },
    isOld: (await appNow()).getTime() - line.batch.approvedAt.getTime() > keyLife,
  }
}

function moneyOf(amountFen: bigint, rate: TransferRate) {
  return { amount: transferAmount(amountFen, rate), currency: rate.currency }
}

async function askProvider(order: Order, isOld: boolean): Promise<Outcome> {
  const { lineId: operationId, accountRef, amount, currency, group } = order
  if (amount === 0n) return { reason: 'amount_too_small' }
  const gateway = paymentGateway()
  if (isOld) {
    const made = (await gateway.findTransfers(group)).find((one) => one.operationId === operationId)
    if (made) return { transferRef: made.transferRef, amount: made.amount, currency: made.currency }
  }
  try {
    const { transferRef } = await gateway.transfer({ operationId, accountRef, amount, currency, group })
    return { transferRef, amount, currency }
  } catch (error) {
    if (!(error instanceof PaymentGatewayError)) throw error
    if (error.failure !== 'refused' && error.failure !== 'not_found') throw error
    return { reason: error.code ?? error.failure }
  }
}

/** Books the provider's word, once, and settles the batch with its last line. */
async function recordTransfer(tx: Tx, lineId: string, outcome: Outcome): Promise<void> {
  const line = await findPaidLine(tx, lineId)
  if (!line) return
  const { batchId } = line
  await lockBatch(tx, batchId)
  const finishedAt = await appNow(tx)
  if ('transferRef' in outcome) {
    const data = { finishedAt, providerRef: outcome.transferRef }
    if (!(await advanceLine(tx, { lineId, to: 'paid', data }))) return
    await postPaid(tx, line, clearingLegs(line.amountFen, outcome, 'paid'))
  } else {
    const data = { finishedAt, failureReason: outcome.reason }
    if (!(await advanceLine(tx, { lineId, to: 'failed', data }))) return
    await postFailed(tx, line)
    await openAlert(tx, {
      kind: 'transfer_failed',
      subject: { type: 'PayoutLine', id: lineId },
      detail: { batchId, seq: line.seq, reason: outcome.reason },
    })
  }
  const count = (state: PayoutLineState) => tx.payoutLine.count({ where: { batchId, state } })
  const note = resultNote({ paid: await count('paid'), failed: await count('failed') })
  await settleIfDone(tx, { batchId, actorUserId: null, note })
}

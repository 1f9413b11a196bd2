import { postTransaction } from '~/modules/ledger/post-transaction.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { PaymentGatewayError } from '~/platform/payments-sdk/payment-gateway'
import type { ReversalOrder } from '~/platform/payments-sdk/sellers'
import { readRateNote } from './batch-notes'
import { findPaidLine } from './find-paid-line.server'
import { accountOf } from './party-account'
import { type Converted, clearingLegs, transferAmount } from './transfer-rate'

/** After so long the provider may have forgotten our key: then it is asked whether the reversal exists before another is made. */
const keyLife = 12 * 60 * 60 * 1000

/** What came of it: the provider's reversal, or its reason for making none (mostly: her account holds less). */
type Outcome = (Converted & { reversalRef: string }) | { reason: string }

/**
 * Takes back what a refund asks for from her account with the provider, at the rate of the transfer. The reversal's id is the idempotency key. Her debt goes down
 * by what came back, once; a refusal leaves the debt, which her next payout then nets.
 */
export async function sendReversal({ reversalId }: { reversalId: string }): Promise<void> {
  const reversal = await inScope({ job: 'payout' }, (tx) =>
    tx.transferReversal.findUnique({
      where: { id: reversalId },
      select: {
        state: true,
        amountFen: true,
        createdAt: true,
        payoutLine: {
          select: {
            providerRef: true,
            batch: { select: { events: { where: { state: 'approved' }, select: { note: true } } } },
          },
        },
      },
    }),
  )
  const transferRef = reversal?.payoutLine.providerRef
  if (reversal?.state !== 'requested' || !transferRef) return
  const notes = reversal.payoutLine.batch.events
  const rate = notes.map(({ note }) => readRateNote(note)).find((one) => one !== null)
  if (!rate) throw new Error('a batch of transfers without its rate')
  const amount = transferAmount(reversal.amountFen, rate)
  const isOld = (await appNow()).getTime() - reversal.createdAt.getTime() > keyLife
  const outcome = await askProvider({ operationId: reversalId, transferRef, amount }, rate.currency, isOld)
  await inScope({ job: 'payout' }, (tx) => recordReversal(tx, reversalId, outcome))
}

async function askProvider(order: ReversalOrder, currency: string, isOld: boolean): Promise<Outcome> {
  if (order.amount === 0n) return { reason: 'amount_too_small' }
  if (isOld) {
    const made = await paymentGateway().findReversals(order.transferRef)
    const found = made.find(({ operationId }) => operationId === order.operationId)
    if (found) return { reversalRef: found.reversalRef, amount: found.amount, currency }
  }
  try {
    const { reversalRef } = await paymentGateway().reverseTransfer(order)
    return { reversalRef, amount: order.amount, currency }
  } catch (error) {
    if (!(error instanceof PaymentGatewayError)) throw error
    if (error.failure !== 'refused' && error.failure !== 'not_found') throw error
    return { reason: error.code ?? error.failure }
  }
}

async function recordReversal(tx: Tx, reversalId: string, outcome: Outcome): Promise<void> {
  const finishedAt = await appNow(tx)
  const isDone = 'reversalRef' in outcome
  const { count } = await tx.transferReversal.updateMany({
    where: { id: reversalId, state: 'requested' },
    data: isDone
      ? { state: 'done', finishedAt, providerRef: outcome.reversalRef }
      : { state: 'failed', finishedAt, failureReason: outcome.reason },
  })
  if (count === 0 || !isDone) return
  const { payoutLineId, amountFen } = await tx.transferReversal.findUniqueOrThrow({
    where: { id: reversalId },
    select: { payoutLineId: true, amountFen: true },
  })
  const line = await findPaidLine(tx, payoutLineId)
  if (!line) throw new Error('a reversal of no line')
  await postTransaction(tx, {
    reference: `reversal:${reversalId}`,
    kind: 'transfer_reversed',
    legs: [
      { account: accountOf(line, 'seller_debt'), amount: -amountFen, purpose: 'reversed' },
      ...clearingLegs(-amountFen, { ...outcome, amount: -outcome.amount }, 'reversed'),
    ],
  })
}

import { findLostRefund } from '~/modules/payments/find-lost-refund.server'
import { sendRefund } from '~/modules/payments/send-refund.server'
import { startPayment } from '~/modules/payments/start-payment.server'
import { sendReversal } from '~/modules/payouts/send-reversal.server'
import { sendTransfer } from '~/modules/payouts/send-transfer.server'
import { prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { finishOperation } from '~/platform/idempotency/finish-operation.server'
import type { OperationAnswer } from '~/platform/idempotency/operation'
import { runOnce } from '~/platform/idempotency/run-once.server'
import { takeAbandoned } from '~/platform/idempotency/take-abandoned.server'
import { log } from '~/platform/log.server'

type Told = { id: string; answer: OperationAnswer | null }

/** What goes on under a key, by its first word. Each verb is idempotent itself: its key with the provider derives from the same id. */
const verbs = {
  checkout: openPaymentPage,
  refund: returnMoney,
  transfer: ({ id }) => sendTransfer({ lineId: id }),
  reversal: ({ id }) => sendReversal({ reversalId: id }),
} as const satisfies Record<string, (told: Told) => Promise<void>>

/** Operations that the completer ends in one run. */
const most = 50

/** A job asks the provider for something of ours, under the key of its row: by one worker at a time, until it has its answer. */
export function runOperation(kind: 'refund' | 'transfer' | 'reversal', id: string): Promise<void> {
  return runOnce({ actorKey: 'worker', key: `${kind}:${id}` }, () => verbs[kind]({ id, answer: null }))
}

/**
 * Ends what a crash left half done, and what jobs have given up: operations that are not finished and whose lease is over. One that fails is logged, keeps its lease,
 * and is tried again when that is over.
 */
export async function completeOperations(): Promise<void> {
  for (let round = 0; round < most; round += 1) {
    const operation = await takeAbandoned()
    if (!operation) return
    const [kind = '', id = ''] = operation.key.split(':')
    try {
      if (isKnown(kind)) await verbs[kind]({ id, answer: operation.answer })
      else throw new Error('an operation that nobody knows')
      await finishOperation(prisma, operation)
    } catch (error) {
      log.error('due.failed', error, { job: `complete-${kind}` })
    }
  }
}

function isKnown(kind: string): kind is keyof typeof verbs {
  return Object.hasOwn(verbs, kind)
}

async function returnMoney({ id: refundId }: Told): Promise<void> {
  await findLostRefund({ refundId })
  await sendRefund({ refundId })
}

/** The order is placed, its payment page perhaps not open: it is opened, unless the order is paid or over by now, or the buyer has to agree to a newer text first. */
async function openPaymentPage({ answer }: Told): Promise<void> {
  if (!answer?.orderId) return
  try {
    await startPayment({ orderId: answer.orderId, abroadTextId: answer.abroadTextId ?? null })
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 503) throw error
  }
}

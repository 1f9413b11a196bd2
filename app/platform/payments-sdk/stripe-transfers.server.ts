import type Stripe from 'stripe'
import { fromSafeNumber, toSafeNumber } from '~/platform/money'
import type { ReversalOrder, ReversalSnapshot, TransferOrder, TransferSnapshot } from './sellers'
import {
  allOf,
  answerOf,
  dateOf,
  idOf,
  markOf,
  operationOf,
  settlementOf,
  unexpected,
} from './stripe-client.server'

export async function transfer(stripe: Stripe, order: TransferOrder): Promise<TransferSnapshot> {
  if (order.amount <= 0n) throw new RangeError('A transfer moves more than nothing.')
  const made = await answerOf(() =>
    stripe.transfers.create(
      {
        destination: order.accountRef,
        amount: toSafeNumber(order.amount),
        currency: order.currency.toLowerCase(),
        transfer_group: order.group,
        ...(order.sourceCharge !== undefined && { source_transaction: order.sourceCharge }),
        metadata: markOf(order.operationId),
        expand: ['balance_transaction'],
      },
      { idempotencyKey: `transfer:${order.operationId}` },
    ),
  )
  return transferSnapshot(made)
}

export async function readTransfer(stripe: Stripe, transferRef: string): Promise<TransferSnapshot> {
  const expand = ['balance_transaction']
  return transferSnapshot(await answerOf(() => stripe.transfers.retrieve(transferRef, { expand })))
}

export async function findTransfers(stripe: Stripe, group: string): Promise<TransferSnapshot[]> {
  const expand = ['data.balance_transaction']
  const found = await allOf((paging) => stripe.transfers.list({ ...paging, transfer_group: group, expand }))
  return found.map(transferSnapshot)
}

export async function reverseTransfer(
  stripe: Stripe,
  { operationId, transferRef, amount }: ReversalOrder,
): Promise<ReversalSnapshot> {
  if (amount <= 0n) throw new RangeError('A reversal takes back more than nothing.')
  const reversal = await answerOf(() =>
    stripe.transfers.createReversal(
      transferRef,
      { amount: toSafeNumber(amount), metadata: markOf(operationId) },
      { idempotencyKey: `reversal:${operationId}` },
    ),
  )
  return reversalSnapshot(reversal)
}

export async function findReversals(stripe: Stripe, transferRef: string): Promise<ReversalSnapshot[]> {
  const found = await allOf((paging) => stripe.transfers.listReversals(transferRef, paging))
  return found.map(reversalSnapshot)
}

function transferSnapshot(made: Stripe.Transfer): TransferSnapshot {
  const accountRef = idOf(made.destination)
  if (made.object !== 'transfer' || accountRef === null) throw unexpected('transfer')
  return {
    transferRef: made.id,
    operationId: operationOf(made.metadata),
    accountRef,
    amount: fromSafeNumber(made.amount),
    amountReversed: fromSafeNumber(made.amount_reversed),
    currency: made.currency.toUpperCase(),
    group: made.transfer_group,
    sourceCharge: idOf(made.source_transaction),
    created: dateOf(made.created),
    settlement: settlementOf(made.balance_transaction),
  }
}

function reversalSnapshot(reversal: Stripe.TransferReversal): ReversalSnapshot {
  const transferRef = idOf(reversal.transfer)
  if (reversal.object !== 'transfer_reversal' || transferRef === null) throw unexpected('transfer_reversal')
  return {
    reversalRef: reversal.id,
    operationId: operationOf(reversal.metadata),
    transferRef,
    amount: fromSafeNumber(reversal.amount),
    currency: reversal.currency.toUpperCase(),
    created: dateOf(reversal.created),
  }
}

import { z } from 'zod'
import { findAccount } from './accounts'
import { invalidRequest, resourceMissing } from './errors'
import { emit } from './events'
import { checkExpand, checkListExpand, expand, pageOf } from './expand'
import type { FormObject } from './form-encoding'
import {
  created,
  currency,
  expansions,
  integer,
  isWithin,
  metadata,
  paging,
  readParams,
  text,
} from './params'
import { availableIn, book } from './settlement'
import { type AccountRecord, type BalanceTransaction, newId, type Transfer } from './state'
import type { World } from './world'

const amount = integer.pipe(z.int().min(1))
const CreateParams = z.strictObject({
  amount,
  currency,
  destination: z.string(),
  description: text(1000).optional(),
  metadata: metadata.optional(),
  source_transaction: z.string().optional(),
  transfer_group: text(255).optional(),
  expand: expansions.optional(),
})
type TransferParams = z.output<typeof CreateParams>

/** POST /v1/transfers */
export function prepareTransfer(world: World, form: FormObject): () => unknown {
  const params = readParams(CreateParams, form)
  checkExpand('transfer', params.expand)
  return () => {
    const record = world.store.state.accounts.get(params.destination)
    if (record === undefined) throw resourceMissing('destination', params.destination, 'destination')
    checkCapability(record)
    const source = params.source_transaction === undefined ? null : paymentBehind(world, params)
    if (source === null && availableIn(world, params.currency) < params.amount) throw tooLittle()
    return expand(world, send(world, record, params, source), params.expand)
  }
}

/** GET /v1/transfers/:id */
export function retrieveTransfer(world: World, form: FormObject, id: string): unknown {
  const params = readParams(z.strictObject({ expand: expansions.optional() }), form)
  checkExpand('transfer', params.expand)
  return expand(world, findTransfer(world, id), params.expand)
}

/** GET /v1/transfers */
export function listTransfers(world: World, form: FormObject): unknown {
  const word = z.string().optional()
  const params = readParams(
    z.strictObject({ ...paging, created, destination: word, transfer_group: word }),
    form,
  )
  checkListExpand('transfer', params.expand)
  const chosen = [...world.store.state.transfers.values()]
    .reverse()
    .filter((made) => isWithin(made.created, params.created))
    .filter(({ destination }) => params.destination === undefined || destination === params.destination)
    .filter(
      ({ transfer_group: group }) => params.transfer_group === undefined || group === params.transfer_group,
    )
  return expand(world, pageOf('/v1/transfers', chosen, params), params.expand)
}

export function findTransfer(world: World, id: string): Transfer {
  const made = world.store.state.transfers.get(id)
  if (made === undefined) throw resourceMissing('transfer', id, 'transfer')
  return made
}

export function tooLittle() {
  return invalidRequest(
    'You have insufficient available funds in your Stripe account. Try adding funds directly to your available balance.',
    { code: 'balance_insufficient' },
  )
}

function checkCapability({ account }: AccountRecord): void {
  if (account.capabilities?.transfers === 'active') return
  throw invalidRequest(
    'Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments',
    { code: 'insufficient_capabilities_for_transfer' },
  )
}

/** The settlement of the payment that a transfer draws on: in its currency, and all its transfers together within it. */
function paymentBehind(world: World, params: TransferParams): BalanceTransaction {
  const { charges, balanceTransactions, transfers } = world.store.state
  const param = 'source_transaction'
  const id = params.source_transaction ?? ''
  const charge = charges.get(id)
  if (charge === undefined) throw resourceMissing('charge', id, param)
  const booked = balanceTransactions.get(charge.balance_transaction ?? '')
  if (booked === undefined) throw invalidRequest('The source charge has not succeeded.', { param })
  if (booked.currency !== params.currency) {
    throw invalidRequest(
      `The currency of source_transaction's balance transaction (${booked.currency}) must be the same as the transfer currency (${params.currency})`,
      { param: 'currency' },
    )
  }
  const sent = [...transfers.values()]
    .filter(({ source_transaction: source }) => source === id)
    .reduce((sum, made) => sum + made.amount - made.amount_reversed, 0)
  if (sent + params.amount > booked.amount) {
    throw invalidRequest(
      `Transfers using this transaction as a source must not exceed the source amount of ${booked.amount}. (There is already ${sent} transferred.)`,
      { param: 'amount' },
    )
  }
  return booked
}

function send(
  world: World,
  record: AccountRecord,
  params: TransferParams,
  source: BalanceTransaction | null,
): Transfer {
  const id = newId('tr_1')
  const booked = book(world, {
    amount: -params.amount,
    currency: params.currency,
    source: id,
    type: 'transfer',
    category: 'transfer',
    // Not before the money that it draws on.
    availableOn: Math.max(world.now(), source?.available_on ?? 0),
  })
  const made: Transfer = {
    id,
    object: 'transfer',
    amount: params.amount,
    amount_reversed: 0,
    balance_transaction: booked.id,
    created: world.now(),
    currency: params.currency,
    description: params.description ?? null,
    destination: record.id,
    destination_payment: newId('py_1'),
    livemode: false,
    metadata: params.metadata ?? {},
    reversals: { object: 'list', data: [], has_more: false, url: `/v1/transfers/${id}/reversals` },
    reversed: false,
    source_transaction: params.source_transaction ?? null,
    source_type: 'card',
    transfer_group: params.transfer_group ?? (source && `group_${source.source}`),
  }
  record.balance[made.currency] = (record.balance[made.currency] ?? 0) + made.amount
  world.store.state.transfers.set(id, made)
  emit(world, 'transfer.created', made)
  return made
}

/** The seller's own bank account takes all that lies in her account: what was sent can then no longer be taken back. */
export function emptyAccount(world: World, id: string): void {
  const record = findAccount(world, id, 'account')
  for (const [money, lying] of Object.entries(record.balance)) {
    if (lying <= 0) continue
    record.balance[money] = 0
    const payout = { id: newId('po_1'), object: 'payout', amount: lying, currency: money, status: 'paid' }
    emit(world, 'payout.paid', payout, { account: id })
  }
}

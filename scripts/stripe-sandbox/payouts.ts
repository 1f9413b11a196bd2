import { z } from 'zod'
import { appoint } from './appointments'
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
import { newId, type Payout } from './state'
import { tooLittle } from './transfers'
import type { World } from './world'

const CreateParams = z.strictObject({
  amount: integer.pipe(z.int().min(1)),
  currency,
  description: text(1000).optional(),
  metadata: metadata.optional(),
  expand: expansions.optional(),
})

/** POST /v1/payouts */
export function preparePayout(world: World, form: FormObject): () => unknown {
  const params = readParams(CreateParams, form)
  checkExpand('payout', params.expand)
  return () => {
    if (availableIn(world, params.currency) < params.amount) throw tooLittle()
    return expand(world, send(world, params), params.expand)
  }
}

/** POST /v1/payouts/:id/cancel */
export function preparePayoutCancel(world: World, form: FormObject, id: string): () => unknown {
  const params = readParams(z.strictObject({ expand: expansions.optional() }), form)
  checkExpand('payout', params.expand)
  return () => {
    const payout = findPayout(world, id)
    if (payout.status !== 'pending')
      throw invalidRequest('Payouts that are not pending cannot be canceled.', { param: 'payout' })
    payout.status = 'canceled'
    bringBack(world, payout, 'payout_cancel')
    emit(world, 'payout.canceled', payout)
    return expand(world, payout, params.expand)
  }
}

/** GET /v1/payouts/:id */
export function retrievePayout(world: World, form: FormObject, id: string): unknown {
  const params = readParams(z.strictObject({ expand: expansions.optional() }), form)
  checkExpand('payout', params.expand)
  return expand(world, findPayout(world, id), params.expand)
}

/** GET /v1/payouts */
export function listPayouts(world: World, form: FormObject): unknown {
  const params = readParams(z.strictObject({ ...paging, created, status: z.string().optional() }), form)
  checkListExpand('payout', params.expand)
  const chosen = [...world.store.state.payouts.values()]
    .reverse()
    .filter((payout) => isWithin(payout.created, params.created))
    .filter(({ status }) => params.status === undefined || status === params.status)
  return expand(world, pageOf('/v1/payouts', chosen, params), params.expand)
}

/** The bank has the money. */
export function arrivePayout(world: World, payout: Payout): void {
  if (payout.status !== 'pending') return
  payout.status = 'paid'
  emit(world, 'payout.paid', payout)
}

/** The bank has sent it back, which it can do even after it had taken it. */
export function failPayout(world: World, id: string): void {
  const payout = findPayout(world, id)
  if (payout.status === 'failed' || payout.status === 'canceled') return
  payout.status = 'failed'
  payout.failure_code = 'account_closed'
  payout.failure_message = 'The bank account has been closed.'
  payout.failure_balance_transaction = bringBack(world, payout, 'payout_failure')
  emit(world, 'payout.failed', payout)
}

function send(world: World, params: z.output<typeof CreateParams>): Payout {
  const id = newId('po_1')
  const { amount, currency: money } = params
  const booked = book(world, {
    amount: -amount,
    currency: money,
    source: id,
    type: 'payout',
    category: 'payout',
  })
  const payout: Payout = {
    id,
    object: 'payout',
    amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: world.now() + world.delays.payout,
    automatic: false,
    balance_transaction: booked.id,
    created: world.now(),
    currency: money,
    description: params.description ?? null,
    destination: 'ba_1SandboxBankAccountOfTheShop',
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: params.metadata ?? {},
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: 'not_applicable',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: null,
    status: 'pending',
    trace_id: null,
    type: 'bank_account',
  }
  world.store.state.payouts.set(id, payout)
  appoint(world, world.delays.payout, { kind: 'payout_arrives', payout: id })
  emit(world, 'payout.created', payout)
  return payout
}

function bringBack(world: World, payout: Payout, type: 'payout_cancel' | 'payout_failure'): string {
  const { amount, currency: money, id: source } = payout
  return book(world, { amount, currency: money, source, type, category: 'payout_reversal' }).id
}

function findPayout(world: World, id: string): Payout {
  const payout = world.store.state.payouts.get(id)
  if (payout === undefined) throw resourceMissing('payout', id, 'payout')
  return payout
}

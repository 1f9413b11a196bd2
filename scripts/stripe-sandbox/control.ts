import { z } from 'zod'
import { findAccount, restrictAccount, verifyAccount } from './accounts'
import { type ApiRequest, authenticate } from './api'
import { chaosKinds, chaosList } from './chaos'
import { endDispute, openDispute } from './dispute-life'
import { keepAppointments } from './due'
import { invalidRequest, resourceMissing, urlUnknown } from './errors'
import { faultKinds } from './faults'
import { type FormObject, parseForm } from './form-encoding'
import { bool, currency, integer, readParams } from './params'
import { arrivePayout, failPayout } from './payouts'
import { finishRefund } from './refund-life'
import { book } from './settlement'
import { type Charge, newId } from './state'
import { emptyAccount } from './transfers'
import { promptly, type World } from './world'

/**
 * What a test or the demo does to the sandbox itself: `/sandbox/…`, with the same key as the API. Resolves after the state
 * is saved and the events about it were tried once.
 */
export async function control(world: World, secretKey: string, request: ApiRequest): Promise<unknown> {
  authenticate(request.headers, secretKey)
  const { method, url, body } = request
  const [, noun = '', id = ''] = /^\/sandbox\/(\w+)(?:\/(\w+))?$/.exec(url.pathname) ?? []
  keepAppointments(world)
  const command = Object.hasOwn(commands, noun) ? commands[noun] : undefined
  if (method === 'GET' && noun === 'requests') return { requests: world.faults.requests }
  if (method !== 'POST' || command === undefined) throw urlUnknown(method, url.pathname)
  const answer = command(world, parseForm(body.toString('utf8')), id)
  keepAppointments(world)
  await world.store.save()
  await world.webhooks.flush()
  return answer ?? { now: world.now(), chaos: world.webhooks.chaos, delays: world.delays }
}

type Command = (world: World, form: FormObject, id: string) => unknown

const commands: Readonly<Record<string, Command>> = {
  clock: moveClock,
  chaos: setChaos,
  faults: orderFault,
  delays: setDelays,
  rate: setRate,
  balance: topUp,
  disputes: steerDispute,
  refunds: steerRefund,
  accounts: steerAccount,
  payouts: steerPayout,
}

/** `advance`: seconds that pass at once. It never goes back. */
function moveClock(world: World, form: FormObject): void {
  const { advance } = readParams(z.strictObject({ advance: integer.pipe(z.int().min(0)) }), form)
  world.store.state.clockAhead += advance
}

/** `kinds`: `duplicate,drop` …, empty for none. */
function setChaos(world: World, form: FormObject): void {
  const { kinds } = readParams(z.strictObject({ kinds: chaosList }), form)
  world.webhooks.chaos = chaosKinds.filter((kind) => kinds.includes(kind))
}

/** `kind`, `times` and `path`; `none` takes back all that is still to come. */
function orderFault(world: World, form: FormObject): void {
  const Params = z.strictObject({
    kind: z.enum([...faultKinds, 'none']),
    times: integer.default(1),
    path: z.string().default('/v1/'),
  })
  const { kind, times, path } = readParams(Params, form)
  if (kind === 'none') world.faults.clear()
  else world.faults.order({ kind, times, path })
}

function setDelays(world: World, form: FormObject): void {
  const names = z.enum(Object.keys(promptly))
  const wanted = readParams(z.partialRecord(names, integer.pipe(z.int().min(0))), form)
  Object.assign(world.delays, wanted)
}

/** `per_million`: settlement units for a million units paid, from now on. */
function setRate(world: World, form: FormObject): void {
  const { per_million } = readParams(z.strictObject({ per_million: integer.pipe(z.int().min(1)) }), form)
  world.settlement = { ...world.settlement, ratePerMillion: BigInt(per_million) }
}

/** Money that is simply there, in any currency. */
function topUp(world: World, form: FormObject): void {
  const { amount, currency: money } = readParams(z.strictObject({ amount: integer, currency }), form)
  const source = newId('tu_1')
  book(world, { amount, currency: money, source, type: 'topup', category: 'topup' })
}

/** Without an id opens one on `payment_intent`; with one, decides it. */
function steerDispute(world: World, form: FormObject, id: string): unknown {
  if (id !== '') return decideDispute(world, form, id)
  const Params = z.strictObject({
    payment_intent: z.string(),
    amount: integer.pipe(z.int().min(1)).optional(),
    reason: z.string().default('fraudulent'),
    inquiry: bool.default(false),
  })
  const { payment_intent, amount, reason, inquiry: isInquiry } = readParams(Params, form)
  const charge = chargeOf(world, payment_intent)
  if (charge.payment_method_details?.type !== 'card')
    throw invalidRequest('Wallets know no disputes: only card payments have them.')
  if ((amount ?? charge.amount) > charge.amount) throw invalidRequest('More than was paid.')
  return openDispute(world, charge, { ...(amount !== undefined && { amount }), reason, isInquiry })
}

function decideDispute(world: World, form: FormObject, id: string): unknown {
  const Params = z.strictObject({ outcome: z.enum(['won', 'lost']), return_fee: bool.default(false) })
  const { outcome, return_fee } = readParams(Params, form)
  const dispute = world.store.state.disputes.get(id)
  if (dispute === undefined) throw resourceMissing('dispute', id, 'id')
  endDispute(world, dispute, outcome === 'won', return_fee)
  return dispute
}

function steerRefund(world: World, form: FormObject, id: string): unknown {
  const { outcome } = readParams(z.strictObject({ outcome: z.enum(['succeeded', 'failed']) }), form)
  const refund = world.store.state.refunds.get(id)
  if (refund === undefined) throw resourceMissing('refund', id, 'id')
  finishRefund(world, refund, outcome === 'succeeded')
  return refund
}

/** `verify` accepts her papers, `restrict` asks for another, `reject` ends it, `pay_out` empties her account into her bank. */
function steerAccount(world: World, form: FormObject, id: string): unknown {
  const actions = z.enum(['verify', 'restrict', 'reject', 'pay_out'])
  const { action } = readParams(z.strictObject({ action: actions }), form)
  const record = findAccount(world, id, 'id')
  if (action === 'verify') {
    record.account.details_submitted = true
    verifyAccount(world, record)
  }
  if (action === 'restrict')
    restrictAccount(world, record, ['individual.verification.document'], 'requirements.past_due')
  if (action === 'reject') restrictAccount(world, record, [], 'rejected.fraud')
  if (action === 'pay_out') emptyAccount(world, id)
  return record.account
}

function steerPayout(world: World, form: FormObject, id: string): unknown {
  const { outcome } = readParams(z.strictObject({ outcome: z.enum(['paid', 'failed']) }), form)
  const payout = world.store.state.payouts.get(id)
  if (payout === undefined) throw resourceMissing('payout', id, 'id')
  if (outcome === 'paid') arrivePayout(world, payout)
  else failPayout(world, id)
  return payout
}

function chargeOf(world: World, paymentId: string): Charge {
  const { charges, paymentIntents } = world.store.state
  const charge = charges.get(paymentIntents.get(paymentId)?.latest_charge ?? '')
  if (charge?.status === 'succeeded') return charge
  throw resourceMissing('payment_intent', paymentId, 'payment_intent')
}

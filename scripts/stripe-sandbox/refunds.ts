import { z } from 'zod'
import { invalidRequest, parameterMissing, resourceMissing } from './errors'
import { checkExpand, checkListExpand, expand, pageOf } from './expand'
import type { FormObject } from './form-encoding'
import { expansions, integer, metadata, paging, readParams } from './params'
import { bookMovement } from './settlement'
import { type Charge, newId, type Refund } from './state'
import type { World } from './world'

const CreateParams = z.strictObject({
  payment_intent: z.string().optional(),
  charge: z.string().optional(),
  amount: integer.pipe(z.int().min(1)).optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata: metadata.optional(),
  expand: expansions.optional(),
})
type RefundParams = z.output<typeof CreateParams>

/** POST /v1/refunds */
export function prepareRefund(world: World, form: FormObject): () => unknown {
  const params = readParams(CreateParams, form)
  checkExpand('refund', params.expand)
  if (params.payment_intent === undefined && params.charge === undefined)
    throw parameterMissing('payment_intent')
  return () => {
    const charge = chargeToRefund(world, params)
    const left = charge.amount_captured - charge.amount_refunded
    const amount = params.amount ?? left
    if (left === 0) {
      throw invalidRequest(`Charge ${charge.id} has already been refunded.`, {
        code: 'charge_already_refunded',
      })
    }
    if (amount > left) {
      const message = `Refund amount (${yuan(amount)}) is greater than unrefunded amount on charge (${yuan(left)})`
      throw invalidRequest(message, { code: 'amount_too_large', param: 'amount' })
    }
    return expand(world, bookRefund(world, charge, amount, params), params.expand)
  }
}

/** GET /v1/refunds/:id */
export function retrieveRefund(world: World, form: FormObject, id: string): unknown {
  const params = readParams(z.strictObject({ expand: expansions.optional() }), form)
  checkExpand('refund', params.expand)
  const refund = world.store.state.refunds.get(id)
  if (refund === undefined) throw resourceMissing('refund', id, 'refund')
  return expand(world, refund, params.expand)
}

/** GET /v1/refunds */
export function listRefunds(world: World, form: FormObject): unknown {
  const filters = { payment_intent: z.string().optional(), charge: z.string().optional() }
  const params = readParams(z.strictObject({ ...paging, ...filters }), form)
  checkListExpand('refund', params.expand)
  const chosen = [...world.store.state.refunds.values()]
    .reverse()
    .filter(
      (refund) => params.payment_intent === undefined || refund.payment_intent === params.payment_intent,
    )
    .filter((refund) => params.charge === undefined || refund.charge === params.charge)
  return expand(world, pageOf('/v1/refunds', chosen, params), params.expand)
}

function chargeToRefund(world: World, params: RefundParams): Charge {
  const { charges, paymentIntents } = world.store.state
  const payment = paymentIntents.get(params.payment_intent ?? '')
  if (params.payment_intent !== undefined && payment === undefined) {
    throw resourceMissing('payment_intent', params.payment_intent, 'payment_intent')
  }
  const id = params.charge ?? payment?.latest_charge ?? ''
  const charge = charges.get(id)
  if (charge?.status === 'succeeded') return charge
  if (params.charge !== undefined && charge === undefined) throw resourceMissing('charge', id, 'charge')
  throw invalidRequest('This PaymentIntent does not have a successful charge to refund.')
}

function bookRefund(world: World, charge: Charge, amount: number, params: RefundParams): Refund {
  const isCard = charge.payment_method_details?.type === 'card'
  const id = newId(isCard ? 're_3' : 'pyr_1')
  const booked = bookMovement(world, {
    amount: -amount,
    currency: charge.currency,
    source: id,
    type: isCard ? 'refund' : 'payment_refund',
  })
  const refund: Refund = {
    id,
    object: 'refund',
    amount,
    balance_transaction: booked.id,
    charge: charge.id,
    created: world.now(),
    currency: charge.currency,
    customer: null,
    customer_account: null,
    destination_details: destination(charge),
    metadata: params.metadata ?? {},
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  }
  charge.amount_refunded += amount
  charge.refunded = charge.amount_refunded === charge.amount
  world.store.state.refunds.set(id, refund)
  return refund
}

function destination({ payment_method_details: details }: Charge): Refund['destination_details'] {
  switch (details?.type) {
    case 'alipay':
      return { type: 'alipay', alipay: {} }
    case 'wechat_pay':
      return { type: 'wechat_pay', wechat_pay: {} }
    default:
      return {
        type: 'card',
        card: { type: 'refund', reference_status: 'pending', reference_type: 'acquirer_reference_number' },
      }
  }
}

function yuan(amount: number): string {
  return `¥${(amount / 100).toFixed(2)}`
}

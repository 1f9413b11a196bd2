import { z } from 'zod'
import { invalidRequest, parameterMissing, resourceMissing } from './errors'
import { checkExpand, checkListExpand, expand, pageOf } from './expand'
import type { FormObject } from './form-encoding'
import { expansions, integer, metadata, paging, readParams } from './params'
import { startRefund } from './refund-life'
import type { Charge } from './state'
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
    checkRefundable(world, charge)
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
    const { metadata: notes = {}, reason = null } = params
    return expand(world, startRefund(world, charge, { amount, metadata: notes, reason }), params.expand)
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

/** Wallets take money back for so many days after the payment: https://docs.stripe.com/payments/alipay and /wechat-pay */
const WINDOW_DAYS: Readonly<Record<string, number>> = { alipay: 90, wechat_pay: 180 }

function checkRefundable(world: World, charge: Charge): void {
  const days = WINDOW_DAYS[charge.payment_method_details?.type ?? '']
  if (days !== undefined && charge.created + days * 24 * 60 * 60 < world.now()) {
    throw invalidRequest(`This payment is older than ${days} days and can no longer be refunded.`, {
      code: 'charge_not_refundable',
    })
  }
  const disputes = [...world.store.state.disputes.values()].filter((dispute) => dispute.charge === charge.id)
  if (disputes.some(({ is_charge_refundable: isRefundable }) => !isRefundable)) {
    throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    })
  }
}

function yuan(amount: number): string {
  return `¥${(amount / 100).toFixed(2)}`
}

import { appoint } from './appointments'
import { emit } from './events'
import { bookReturn } from './settlement'
import { type Charge, newId, type Refund } from './state'
import { testCards } from './test-cards'
import type { World } from './world'

interface Wish {
  amount: number
  metadata: Record<string, string>
  reason: Refund['reason']
}

/** Books a refund that may be made; a wallet's, or a test card's that says so, is only finished later. */
export function startRefund(world: World, charge: Charge, wish: Wish): Refund {
  const { amount } = wish
  const isCard = isCardCharge(charge)
  const id = newId(isCard ? 're_3' : 'pyr_1')
  const { currency } = charge
  const type = isCard ? 'refund' : 'payment_refund'
  const booked = bookReturn(world, { amount: -amount, currency, source: id, type })
  const plan = planFor(world, charge)
  const refund: Refund = {
    id,
    object: 'refund',
    amount,
    balance_transaction: booked.id,
    charge: charge.id,
    created: world.now(),
    currency,
    customer: null,
    customer_account: null,
    destination_details: destination(charge),
    metadata: wish.metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    ...(plan.isPending && { pending_reason: 'processing' }),
    reason: wish.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: plan.isPending ? 'pending' : 'succeeded',
    transfer_reversal: null,
  }
  charge.amount_refunded += amount
  charge.refunded = charge.amount_refunded === charge.amount
  world.store.state.refunds.set(id, refund)
  emit(world, 'refund.created', refund)
  emit(world, 'charge.refunded', charge)
  if (plan.kind) appoint(world, plan.seconds, { kind: plan.kind, refund: id })
  return refund
}

/** The buyer has her money, or her bank sent it back: then it is ours again, whatever was said before. */
export function finishRefund(world: World, refund: Refund, hasIt: boolean): void {
  if (refund.status === 'failed' || refund.status === 'canceled') return
  delete refund.pending_reason
  if (hasIt) {
    if (refund.status === 'succeeded') return
    refund.status = 'succeeded'
    emit(world, 'refund.updated', refund)
    return
  }
  refund.status = 'failed'
  refund.failure_reason = 'expired_or_canceled_card'
  const { amount, currency, id: source } = refund
  const type = 'refund_failure'
  refund.failure_balance_transaction = bookReturn(world, { amount, currency, source, type }).id
  const charge = world.store.state.charges.get(refund.charge ?? '')
  if (charge) {
    charge.amount_refunded -= amount
    charge.refunded = false
  }
  emit(world, 'refund.failed', refund)
}

type Plan = { isPending: boolean; seconds: number; kind: 'refund_succeeds' | 'refund_fails' | null }

function planFor({ delays }: World, charge: Charge): Plan {
  if (!isCardCharge(charge)) {
    const seconds = delays.walletRefund
    return seconds === 0
      ? { isPending: false, seconds, kind: null }
      : { isPending: true, seconds, kind: 'refund_succeeds' }
  }
  const last4 = charge.payment_method_details?.card?.last4 ?? ''
  const seconds = delays.cardRefund
  switch (testCards.find(({ number }) => number.endsWith(last4))?.refund) {
    case 'later':
      return { isPending: true, seconds, kind: 'refund_succeeds' }
    case 'fails_later':
      return { isPending: false, seconds, kind: 'refund_fails' }
    default:
      return { isPending: false, seconds: 0, kind: null }
  }
}

function isCardCharge({ payment_method_details: details }: Charge): boolean {
  return details?.type === 'card'
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

import { appoint } from './appointments'
import { newDispute } from './dispute-objects'
import { emit } from './events'
import { presentBalanceTransaction } from './presentation'
import { bookDispute } from './settlement'
import type { Charge, Dispute } from './state'
import type { World } from './world'

/** How long the shop has to answer. */
const ANSWER_SECONDS = 14 * 24 * 60 * 60

/** The buyer's bank takes the money back until it has decided; an inquiry only asks. Silence loses. */
export function openDispute(
  world: World,
  charge: Charge,
  claim: { amount?: number; reason: string; isInquiry: boolean },
): Dispute {
  const { reason, isInquiry } = claim
  const created = world.now()
  const amount = claim.amount ?? charge.amount
  const dispute = newDispute(charge, { amount, reason, isInquiry, created, dueBy: created + ANSWER_SECONDS })
  charge.disputed = true
  world.store.state.disputes.set(dispute.id, dispute)
  if (!isInquiry) move(world, dispute, -amount, world.settlement.disputeFee)
  appoint(world, ANSWER_SECONDS, { kind: 'dispute_lost', dispute: dispute.id, returnsFee: false })
  emit(world, 'charge.dispute.created', dispute)
  if (!isInquiry) emit(world, 'charge.dispute.funds_withdrawn', dispute)
  return dispute
}

/** The bank has decided, or the shop has given up. Ending what is over changes nothing. */
export function endDispute(world: World, dispute: Dispute, isWon: boolean, returnsFee: boolean): void {
  if (isOver(dispute)) return
  dropAppointments(world, dispute)
  if (dispute.status.startsWith('warning_')) {
    dispute.status = 'warning_closed'
  } else {
    dispute.status = isWon ? 'won' : 'lost'
    if (isWon) {
      move(world, dispute, dispute.amount, returnsFee ? -world.settlement.disputeFee : 0n)
      emit(world, 'charge.dispute.funds_reinstated', dispute)
    }
  }
  emit(world, 'charge.dispute.closed', dispute)
}

export function isOver({ status }: Dispute): boolean {
  return status === 'won' || status === 'lost' || status === 'warning_closed'
}

/** What was planned for it is off: it has been answered, or has ended. */
export function dropAppointments(world: World, { id }: Dispute): void {
  const { appointments } = world.store.state
  for (const appointment of appointments.values()) {
    if ('dispute' in appointment && appointment.dispute === id) appointments.delete(appointment.id)
  }
}

function move(world: World, dispute: Dispute, amount: number, fee: bigint): void {
  const { currency, id: source } = dispute
  const booked = bookDispute(world, { amount, currency, source, fee: Number(fee) })
  dispute.balance_transactions.push(presentBalanceTransaction(world, booked))
}

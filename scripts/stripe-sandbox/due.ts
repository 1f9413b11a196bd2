import { verifyAccount } from './accounts'
import { presentBalance } from './balance'
import { endDispute } from './dispute-life'
import { emit } from './events'
import { settleLater } from './payments'
import { arrivePayout } from './payouts'
import { finishRefund } from './refund-life'
import { closeWhenDue } from './session-life'
import type { Appointment } from './state'
import type { World } from './world'

/** Lets everything happen whose time has come, in its order; the caller saves the store and flushes the events. */
export function keepAppointments(world: World): void {
  const { appointments, sessions } = world.store.state
  for (const record of sessions.values()) closeWhenDue(world, record)
  const due = [...appointments.values()].filter(({ at }) => at <= world.now()).sort((a, b) => a.at - b.at)
  const available = due.some(({ kind }) => kind === 'balance_available')
  for (const appointment of due) {
    appointments.delete(appointment.id)
    world.store.isTouched = true
    keep(world, appointment)
  }
  if (available) emit(world, 'balance.available', presentBalance(world))
}

function keep(world: World, appointment: Appointment): void {
  const { sessions, refunds, disputes, accounts, payouts } = world.store.state
  switch (appointment.kind) {
    case 'payment_settles':
    case 'payment_fails': {
      const record = sessions.get(appointment.session)
      if (record) settleLater(world, record, appointment.kind === 'payment_settles')
      return
    }
    case 'refund_succeeds':
    case 'refund_fails': {
      const refund = refunds.get(appointment.refund)
      if (refund) finishRefund(world, refund, appointment.kind === 'refund_succeeds')
      return
    }
    case 'dispute_won':
    case 'dispute_lost': {
      const dispute = disputes.get(appointment.dispute)
      if (dispute) endDispute(world, dispute, appointment.kind === 'dispute_won', appointment.returnsFee)
      return
    }
    case 'account_verified': {
      const record = accounts.get(appointment.account)
      if (record) verifyAccount(world, record)
      return
    }
    case 'payout_arrives': {
      const payout = payouts.get(appointment.payout)
      if (payout) arrivePayout(world, payout)
      return
    }
    case 'balance_available':
      return
  }
}

import { resourceMissing } from './errors'
import { emit } from './events'
import { presentSession } from './presentation'
import type { SessionRecord } from './state'
import type { World } from './world'

/** A session, expired first when its time has come. Refuses one that is not known. */
export function sessionRecord(world: World, id: string): SessionRecord {
  const record = world.store.state.sessions.get(id)
  if (record === undefined) throw resourceMissing('checkout.session', id, 'session')
  closeWhenDue(world, record)
  return record
}

export function closeWhenDue(world: World, record: SessionRecord): void {
  const { session } = record
  if (session.status === 'open' && session.expires_at <= world.realNow()) closeSession(world, record)
}

/** The page can no longer be paid, and a payment that was begun on it is over. */
export function closeSession(world: World, record: SessionRecord): void {
  const { session } = record
  session.status = 'expired'
  const payment = world.store.state.paymentIntents.get(session.payment_intent ?? '')
  if (payment) {
    payment.status = 'canceled'
    payment.canceled_at = world.now()
    payment.next_action = null
    emit(world, 'payment_intent.canceled', payment)
  }
  emit(world, 'checkout.session.expired', presentSession(world, record))
}

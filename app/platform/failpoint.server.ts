import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { env } from './env.server'

/** The places at which a crash hurts most: between two effects that belong together. */
export type Failpoint =
  /** the form's token is claimed, nothing else is written */
  | 'order.claimed'
  /** the order is committed, its payment page is not asked for */
  | 'order.placed'
  /** the attempt is committed, the provider is not asked */
  | 'payment.created'
  /** the provider has opened its page, we have not stored it */
  | 'payment.answered'
  /** the event is committed, its job has not run */
  | 'event.stored'
  /** the payment's truth is read, nothing of it is written */
  | 'payment.read'
  /** everything that a payment changes is written, not committed */
  | 'payment.recorded'
  /** the provider has taken a refund, we have not stored it */
  | 'refund.answered'
  /** some lines of a batch are booked as sent, others not yet; nothing is committed */
  | 'payout.line.sent'
  /** some rows of the bank's answer are booked, others not yet; nothing is committed */
  | 'payout.row.booked'
  /** the provider has taken a transfer, we have not stored it */
  | 'transfer.answered'

const [place = '', nth = '1', action = ''] = (env.FAILPOINT ?? '').split(':')
let met = 0

/**
 * A planned failure, for tests of what survives it: FAILPOINT=<place>:<n>:kill|throw|sleep makes the process die by SIGKILL, throw, or wait two seconds when it comes
 * to the place for the n-th time. Without the setting it does nothing; a live shop refuses to start with it.
 */
export async function failpoint(here: Failpoint): Promise<void> {
  if (here !== place) return
  met += 1
  if (met !== Number(nth)) return
  if (action === 'kill') process.kill(process.pid, 'SIGKILL')
  if (action === 'throw') throw new Error(`failpoint ${here}`)
  await pause(2000)
}

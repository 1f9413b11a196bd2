import { type Day, dayOf, startOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'

/**
 * What customs ask changes one after the other until the transaction ends. Gives the instant at which something holds that is set from a day on: the present one for today, since a border that
 * stops goods waits for no midnight. Refuses a day that is over.
 */
export async function lockCustoms(tx: Tx, from: Day): Promise<Date> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(710400)`
  const now = await appNow(tx)
  const today = dayOf(now)
  if (from < today) throw new Refusal('abroad.dayIsOver', 422, {}, 'from')
  return from === today ? now : startOf(from)
}

/** Of what is still to hold at an instant. */
export function holdsAfter(at: Date) {
  return { OR: [{ validTo: null }, { validTo: { gt: at } }] }
}

import { type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'

/** Postage changes one after the other until the transaction ends: two administrators at once take turns. Refuses a day on which something may have been sold already. */
export async function lockRates(tx: Tx, from: Day): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(710160)`
  if (from <= dayOf(await appNow(tx))) throw new Refusal('abroad.pastDay', 422, {}, 'from')
}

import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { type Day, startOf } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { lockRates } from './lock-rates.server'

/** A service is no longer used from a day on. Refuses a day before tomorrow, and a rate that ends by then or begins later; 404 when there is none. */
export function endPostageRate({
  actor,
  rateId,
  from,
}: {
  actor: Actor
  rateId: string
  from: Day
}): Promise<void> {
  return inScope(actor, async (tx) => {
    await lockRates(tx, from)
    const rate = await tx.postageRate.findUnique({
      where: { id: rateId },
      select: { validFrom: true, validTo: true },
    })
    if (!rate) throw notFound()
    const validTo = startOf(from)
    if ((rate.validTo && rate.validTo <= validTo) || rate.validFrom >= validTo)
      throw new Refusal('abroad.alreadyEnded', 409)
    await tx.postageRate.update({ where: { id: rateId }, data: { validTo } })
    await recordAudit(tx, {
      actor,
      action: 'postage.rate_ended',
      subject: { type: 'PostageRate', id: rateId },
      detail: { from },
    })
  })
}

import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { dayOf, startOf } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { lockRates } from './lock-rates.server'
import type { RateInput } from './schema'

/**
 * What a service asks for a parcel into a zone from a day on; its rate of before ends there. Refuses a day before tomorrow, one before a rate that is set already, and weights or days
 * that contradict each other; 404 for a zone that is none.
 */
export async function setPostageRate({ actor, ...input }: RateInput & { actor: Actor }): Promise<void> {
  const { zoneId, service, firstGrams, stepGrams, mostGrams, daysFrom, daysTo, isTracked, from } = input
  if (daysTo < daysFrom) throw new Refusal('abroad.daysOrder', 422, {}, 'daysTo')
  if (mostGrams < firstGrams) throw new Refusal('abroad.mostBelowFirst', 422, {}, 'mostGrams')
  return inScope(actor, async (tx) => {
    await lockRates(tx, from)
    if ((await tx.postageZone.count({ where: { id: zoneId } })) === 0) throw notFound()
    const validFrom = startOf(from)
    const own = { zoneId, service }
    const later = await tx.postageRate.findFirst({
      where: { ...own, validFrom: { gte: validFrom } },
      orderBy: { validFrom: 'asc' },
      select: { validFrom: true },
    })
    if (later) throw new Refusal('abroad.laterExists', 409, { day: dayOf(later.validFrom) }, 'from')
    await tx.postageRate.updateMany({
      where: { ...own, OR: [{ validTo: null }, { validTo: { gt: validFrom } }] },
      data: { validTo: validFrom },
    })
    const { id } = await tx.postageRate.create({
      data: {
        ...own,
        firstGrams,
        firstFen: input.first,
        stepGrams,
        stepFen: input.step,
        mostGrams,
        daysFrom,
        daysTo,
        isTracked,
        validFrom,
        createdById: actor.userId,
      },
      select: { id: true },
    })
    await recordAudit(tx, {
      actor,
      action: 'postage.rate_set',
      subject: { type: 'PostageRate', id },
      detail: { service, from },
    })
  })
}

import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { dayOf, startOf } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { lockRates } from './lock-rates.server'
import type { InlandInput } from './schema'

/** Postage inside the mainland from a day on; the rule of before ends there. Refuses a day before tomorrow, and one before a rule that is set already. */
export function setInlandPostage({
  actor,
  parcel,
  freeFrom,
  from,
}: InlandInput & { actor: Actor }): Promise<void> {
  return inScope(actor, async (tx) => {
    await lockRates(tx, from)
    const validFrom = startOf(from)
    const later = await tx.postageRule.findFirst({
      where: { validFrom: { gte: validFrom } },
      orderBy: { validFrom: 'asc' },
      select: { validFrom: true },
    })
    if (later) throw new Refusal('abroad.laterExists', 409, { day: dayOf(later.validFrom) }, 'from')
    await tx.postageRule.updateMany({
      where: { OR: [{ validTo: null }, { validTo: { gt: validFrom } }] },
      data: { validTo: validFrom },
    })
    const { id } = await tx.postageRule.create({
      data: { parcelFen: parcel, freeFromFen: freeFrom, validFrom },
      select: { id: true },
    })
    await recordAudit(tx, {
      actor,
      action: 'postage.inland_set',
      subject: { type: 'PostageRule', id },
      detail: { parcelFen: String(parcel), freeFromFen: freeFrom === null ? null : String(freeFrom), from },
    })
  })
}

import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { dayOf } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { holdsAfter, lockCustoms } from './lock-customs.server'
import type { CraftCustomsInput } from './schema'

/**
 * What customs are told of a craft's goods from a day on; what was told before ends there. Orders that were placed keep what they froze, and a piece with words of its own keeps those. Refuses a day that
 * is over and one before what is set already; a craft or country of origin that is none is not found.
 */
export function setCraftCustoms({
  actor,
  craftId,
  from,
  why,
  ...entry
}: CraftCustomsInput & { actor: Actor }): Promise<void> {
  return inScope(actor, async (tx) => {
    const validFrom = await lockCustoms(tx, from)
    const isKnown =
      (await tx.craft.count({ where: { id: craftId } })) > 0 &&
      (await tx.country.count({ where: { code: entry.origin } })) > 0
    if (!isKnown) throw notFound()
    const later = await tx.customsEntry.findFirst({
      where: { craftId, validFrom: { gte: validFrom } },
      orderBy: { validFrom: 'asc' },
      select: { validFrom: true },
    })
    if (later) throw new Refusal('abroad.laterExists', 409, { day: dayOf(later.validFrom) }, 'from')
    await tx.customsEntry.updateMany({
      where: { craftId, ...holdsAfter(validFrom) },
      data: { validTo: validFrom },
    })
    const { id } = await tx.customsEntry.create({
      data: { craftId, ...entry, validFrom, createdById: actor.userId },
      select: { id: true },
    })
    await recordAudit(tx, {
      actor,
      action: 'customs.words_set',
      subject: { type: 'CustomsEntry', id },
      reason: why,
      detail: { craftId, hsCode: entry.hsCode, origin: entry.origin, from },
    })
  })
}

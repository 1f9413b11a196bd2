import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { lockCustoms } from './lock-customs.server'
import type { EndCustomsInput } from './schema'

/**
 * Nothing is told of a craft's goods from a day on: whoever sends one asks at the counter. Refuses a day that is over, and what ends by then or begins later; 404 for what is none, or is of one piece.
 */
export function endCraftCustoms({ actor, id, from, why }: EndCustomsInput & { actor: Actor }): Promise<void> {
  return inScope(actor, async (tx) => {
    const validTo = await lockCustoms(tx, from)
    const row = await tx.customsEntry.findFirst({
      where: { id, craftId: { not: null } },
      select: { validFrom: true, validTo: true },
    })
    if (!row) throw notFound()
    if ((row.validTo && row.validTo <= validTo) || row.validFrom >= validTo)
      throw new Refusal('abroad.endedByThen', 409)
    await tx.customsEntry.update({ where: { id }, data: { validTo } })
    await recordAudit(tx, {
      actor,
      action: 'customs.words_ended',
      subject: { type: 'CustomsEntry', id },
      reason: why,
      detail: { from },
    })
  })
}

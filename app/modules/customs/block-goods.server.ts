import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { dayOf } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { holdsAfter, lockCustoms } from './lock-customs.server'
import type { BlockInput } from './schema'

/**
 * Goods of a craft or a material pass one border, or none, no more from a day on; what was said of the same goods and country before ends there. Orders that were placed go on. Refuses a day that is over and one
 * before what is set already; a craft or country that is none is not found.
 */
export function blockGoods({
  actor,
  goods,
  country,
  reasonZh,
  reasonEn,
  from,
  why,
}: BlockInput & { actor: Actor }): Promise<void> {
  return inScope(actor, async (tx) => {
    const validFrom = await lockCustoms(tx, from)
    const isKnown =
      (goods.craftId === null || (await tx.craft.count({ where: { id: goods.craftId } })) > 0) &&
      (country === null || (await tx.country.count({ where: { code: country, zoneId: { not: null } } })) > 0)
    if (!isKnown) throw notFound()
    const same = { ...goods, countryCode: country }
    const later = await tx.blockedGoods.findFirst({
      where: { ...same, validFrom: { gte: validFrom } },
      orderBy: { validFrom: 'asc' },
      select: { validFrom: true },
    })
    if (later) throw new Refusal('abroad.laterExists', 409, { day: dayOf(later.validFrom) }, 'from')
    await tx.blockedGoods.updateMany({
      where: { ...same, ...holdsAfter(validFrom) },
      data: { validTo: validFrom },
    })
    const { id } = await tx.blockedGoods.create({
      data: { ...same, reasonZh, reasonEn, validFrom, createdById: actor.userId },
      select: { id: true },
    })
    await recordAudit(tx, {
      actor,
      action: 'customs.goods_blocked',
      subject: { type: 'BlockedGoods', id },
      reason: why,
      detail: { ...same, from },
    })
  })
}

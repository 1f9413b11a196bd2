import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { lockCustoms } from './lock-customs.server'
import type { EndCustomsInput } from './schema'

/** Goods pass the border again from a day on. Refuses a day that is over, and what ends by then or begins later; 404 for what is none. */
export function letGoodsPass({ actor, id, from, why }: EndCustomsInput & { actor: Actor }): Promise<void> {
  return inScope(actor, async (tx) => {
    const validTo = await lockCustoms(tx, from)
    const row = await tx.blockedGoods.findUnique({
      where: { id },
      select: { validFrom: true, validTo: true },
    })
    if (!row) throw notFound()
    if ((row.validTo && row.validTo <= validTo) || row.validFrom >= validTo)
      throw new Refusal('abroad.endedByThen', 409)
    await tx.blockedGoods.update({ where: { id }, data: { validTo } })
    await recordAudit(tx, {
      actor,
      action: 'customs.goods_pass',
      subject: { type: 'BlockedGoods', id },
      reason: why,
      detail: { from },
    })
  })
}

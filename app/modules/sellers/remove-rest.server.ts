import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findActingFor } from '~/modules/mandates/find-acting-for.server'
import { recordAct } from '~/modules/mandates/record-act.server'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'

/** Takes days of rest out of her calendar; taking out what is out changes nothing. Orders that were placed meanwhile keep their day. Somebody else's is not found. */
export async function removeRest({ actor, restId }: { actor: Actor; restId: string }): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const rest = await tx.sellerRest.findFirst({
      where: { id: restId, sellerId: { in: actor.sellerIds } },
      select: { sellerId: true },
    })
    if (!rest) throw notFound()
    const onBehalfOfId = await findActingFor(tx, { actor, sellerId: rest.sellerId, scope: 'list' })
    const { count } = await tx.sellerRest.updateMany({
      where: { id: restId, removedAt: null },
      data: { removedAt: await appNow(tx) },
    })
    if (count === 0) return
    const subject = { type: 'SellerRest', id: restId } as const
    await recordAct(tx, { actor, sellerId: rest.sellerId, scope: 'list', kind: 'rest.removed', subject })
    await recordAudit(tx, { actor, onBehalfOfId, action: 'rest.removed', subject })
  })
}

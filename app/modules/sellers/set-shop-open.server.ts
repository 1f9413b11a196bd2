import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findActingFor } from '~/modules/mandates/find-acting-for.server'
import { recordAct } from '~/modules/mandates/record-act.server'
import { prisma } from '~/platform/db/prisma.server'

/**
 * Closes her shop for as long as she likes, or opens it again. Nothing is lost by it: pieces, places in lists and what she earned stay; what was ordered before is still to
 * be sent. Asking for what is so already changes nothing, nor does a shop that applies or was closed for good.
 */
export async function setShopOpen({
  actor,
  sellerId,
  isOpen,
}: {
  actor: Actor
  sellerId: string
  isOpen: boolean
}): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const onBehalfOfId = await findActingFor(tx, { actor, sellerId, scope: 'list' })
    const { count } = await tx.seller.updateMany({
      where: { id: sellerId, status: isOpen ? 'paused' : 'active' },
      data: { status: isOpen ? 'active' : 'paused' },
    })
    if (count === 0) return
    const action = isOpen ? 'shop.opened' : 'shop.paused'
    const subject = { type: 'Seller', id: sellerId } as const
    await recordAct(tx, { actor, sellerId, scope: 'list', kind: action, subject })
    await recordAudit(tx, { actor, onBehalfOfId, action, subject })
  })
}

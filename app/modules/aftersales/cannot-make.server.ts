import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { recordAct } from '~/modules/mandates/record-act.server'
import { prisma } from '~/platform/db/prisma.server'
import { giveUpParcel } from './give-up-parcel.server'
import { lockParcelToShip } from './lock-parcel-to-ship.server'

type CannotInput = { actor: Actor; sellerOrderId: string; note: string; backInStock: boolean }

/**
 * The maker cannot make or send a parcel, for a reason that the buyer reads: all of it goes back to her. Ready pieces are on sale again only when they are
 * still there. Refuses what was sent or cancelled before; somebody else's parcel is a 404.
 */
export async function cannotMake({ actor, sellerOrderId, note, backInStock }: CannotInput): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const parcel = await lockParcelToShip(tx, { id: sellerOrderId, sellerId: { in: actor.sellerIds } })
    await giveUpParcel(tx, { parcel, reason: 'cannot_make', note, actorUserId: actor.userId, backInStock })
    await recordAct(tx, {
      actor,
      sellerId: parcel.sellerId,
      scope: 'orders',
      kind: 'order.given_up',
      subject: { type: 'SellerOrder', id: sellerOrderId },
    })
    await recordAudit(tx, {
      actor,
      action: 'order.cannotMake',
      subject: { type: 'SellerOrder', id: sellerOrderId },
    })
  })
}

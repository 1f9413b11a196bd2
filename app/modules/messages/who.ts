import type { Actor } from '~/modules/auth/actor'
import type { Scope } from '~/platform/db/in-scope.server'
import type { Side } from './phrases'

/** Who reads or writes: what the walls let through, and which conversations are hers by the application's own word. */
export type Who = {
  side: Side
  scope: Scope
  /** null: a guest who opened her order */
  userId: string | null
  /** what must stand in a conversation's row for it to be hers */
  hers: { buyerPersonId: string } | { sellerId: { in: string[] } } | { sellerOrder: { orderId: string } }
}

/** A signed-in buyer with all that she wrote. */
export function asBuyer(actor: Actor): Who {
  return {
    side: 'buyer',
    scope: { person: actor.personId },
    userId: actor.userId,
    hers: { buyerPersonId: actor.personId },
  }
}

/** Whoever opened an order (requireOrderAccess), for its parts alone. */
export function asOrderHolder({ orderId, userId }: { orderId: string; userId: string | null }): Who {
  return { side: 'buyer', scope: { job: 'order_access' }, userId, hers: { sellerOrder: { orderId } } }
}

/** A maker, or who works with or for her. */
export function asSeller(actor: Actor): Who {
  return {
    side: 'seller',
    scope: { person: actor.personId },
    userId: actor.userId,
    hers: { sellerId: { in: actor.sellerIds } },
  }
}

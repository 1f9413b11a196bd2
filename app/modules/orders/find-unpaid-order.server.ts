import { findActors } from '~/modules/auth/find-actor.server'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { heldNumbers } from './order-cookie.server'
import { heldKey } from './require-order-access.server'

/** The number of the newest order that still waits for its payment, among those that this browser holds the key of or whose buyer is signed in; null when none does. */
export async function findUnpaidOrder(request: Request): Promise<string | null> {
  const [actor] = await findActors(request)
  const held = heldNumbers(request)
  if (held.length === 0 && !actor) return null
  const ofBuyer = actor ? [{ buyerParty: { personId: actor.personId } }] : []
  const waiting = await prisma.order.findMany({
    where: {
      status: 'pending_payment',
      payBy: { gt: await appNow() },
      OR: [{ number: { in: held } }, ...ofBuyer],
    },
    orderBy: { placedAt: 'desc' },
    select: { id: true, number: true, buyerParty: { select: { personId: true } } },
  })
  for (const { id, number, buyerParty } of waiting) {
    const isBuyer = actor !== undefined && buyerParty?.personId === actor.personId
    if (isBuyer || (await heldKey(request, { id, number })) !== undefined) return number
  }
  return null
}

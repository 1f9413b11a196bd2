import type { Actor } from '~/modules/auth/actor'
import { prisma } from '~/platform/db/prisma.server'
import { isPresent } from './is-present.server'
import { unsafeJoinOrder } from './join-order.server'
import type { Joining } from './joining'

/**
 * Lists an order among hers whose phone a code has proved; the caller has checked the code. The parcel's phone is of a present its receiver's: a present stays whose it is, and becomes nobody's
 * by that phone. `isOwn`: the phone was its buyer's own.
 */
export async function unsafeJoinByCode({
  isOwn,
  ...joiner
}: {
  actor: Actor
  orderId: string
  isOwn: boolean
}): Promise<Joining> {
  if (isOwn || !(await isPresent(joiner.orderId))) return unsafeJoinOrder(joiner)
  const hers = await prisma.order.findFirst({
    where: { id: joiner.orderId, buyerParty: { personId: joiner.actor.personId } },
    select: { id: true },
  })
  return hers ? 'hers' : 'present'
}

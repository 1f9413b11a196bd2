import { leaveDevice } from '~/modules/auth/leave-device.server'
import { prisma } from '~/platform/db/prisma.server'
import { heldNumbers, orderCookie } from './order-cookie.server'

/**
 * What a browser is told when somebody goes out of her account in it, see leaveDevice. The keys of her own orders go as well: signed in she finds those again, and whoever comes to the browser
 * after her opens none of them. Keys of orders that are nobody's account's stay, for nothing else opens those without another code, and so do those of somebody else's.
 */
export async function leaveBrowser(leaving: Parameters<typeof leaveDevice>[0]): Promise<Headers> {
  const headers = await leaveDevice(leaving)
  for (const number of await findOwnHeld(leaving))
    headers.append('Set-Cookie', await orderCookie(number).serialize('', { maxAge: 0 }))
  return headers
}

/** The numbers of her orders whose keys the browser holds. */
async function findOwnHeld({ request, userId }: Parameters<typeof leaveDevice>[0]): Promise<string[]> {
  const held = heldNumbers(request)
  if (userId === null || held.length === 0) return []
  const { personId } = await prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { personId: true },
  })
  const own = await prisma.order.findMany({
    where: { number: { in: held }, buyerParty: { personId } },
    select: { number: true },
  })
  return own.map(({ number }) => number)
}

import { leaveDevice } from '~/modules/auth/leave-device.server'
import { prisma } from '~/platform/db/prisma.server'
import { heldNumbers, orderCookie } from './order-cookie.server'

/**
 * What a browser is told when somebody goes out of her account in it, see leaveDevice. The keys of her own orders go as well: signed in she finds those again, and whoever comes to the browser
 * after her opens none of them. Keys of orders that are nobody's account's stay, for nothing else opens those without another code, and so do those of somebody else's.
 */
export async function leaveBrowser(leaving: Parameters<typeof leaveDevice>[0]): Promise<Headers> {
  const headers = await leaveDevice(leaving)
  const { request, userId } = leaving
  const cookies = userId === null ? [] : await dropKeys(request, userId, (personId) => personId)
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return headers
}

/** What a browser is told when somebody signs in in it: the keys of orders of everybody else's account go, however long ago a session of theirs was over. */
export async function followInBrowser(
  request: Request,
  { userId }: { userId: string },
): Promise<[string, string][]> {
  const cookies = await dropKeys(request, userId, (personId) => ({ not: personId }))
  return cookies.map((cookie) => ['Set-Cookie', cookie])
}

/** Takes the keys of the orders that a person's account has, or everybody else's, as far as the browser holds them. */
async function dropKeys(
  request: Request,
  userId: string,
  whose: (personId: string) => string | { not: string },
): Promise<string[]> {
  const held = heldNumbers(request)
  if (held.length === 0) return []
  const { personId } = await prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { personId: true },
  })
  const orders = await prisma.order.findMany({
    where: { number: { in: held }, buyerParty: { personId: whose(personId) } },
    select: { number: true },
  })
  return Promise.all(orders.map(({ number }) => orderCookie(number).serialize('', { maxAge: 0 })))
}

import { leaveDevice } from '~/modules/auth/leave-device.server'
import type { StartedSession } from '~/modules/auth/start-session.server'
import { prisma } from '~/platform/db/prisma.server'
import { heldNumbers, orderCookie } from './order-cookie.server'

/**
 * What a browser is told when somebody goes out of her account in it, see leaveDevice. The keys of her own orders go as well: signed in she finds those again, and whoever comes to the browser
 * after her opens none of them. Keys of orders that are nobody's account's stay, for nothing else opens those without another code, and so do those of somebody else's.
 */
export async function leaveBrowser(leaving: Parameters<typeof leaveDevice>[0]): Promise<Headers> {
  const headers = await leaveDevice(leaving)
  for (const cookie of await dropOwnKeys(leaving.request, leaving.userId))
    headers.append('Set-Cookie', cookie)
  return headers
}

/** What a browser is told when somebody signs in where another's session still was: that one's keys go, as if she had gone out of her account. */
export async function followInBrowser(
  request: Request,
  { userId, formerUserId }: Pick<StartedSession, 'userId' | 'formerUserId'>,
): Promise<[string, string][]> {
  const cookies = formerUserId === userId ? [] : await dropOwnKeys(request, formerUserId)
  return cookies.map((cookie) => ['Set-Cookie', cookie])
}

/** Takes the keys of her own orders, as far as the browser holds them. */
async function dropOwnKeys(request: Request, userId: string | null): Promise<string[]> {
  const numbers = userId === null ? [] : await findOwnHeld(request, userId)
  return Promise.all(numbers.map((number) => orderCookie(number).serialize('', { maxAge: 0 })))
}

/** The numbers of her orders whose keys the browser holds. */
async function findOwnHeld(request: Request, userId: string): Promise<string[]> {
  const held = heldNumbers(request)
  if (held.length === 0) return []
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

import { findActor } from '~/modules/auth/find-actor.server'
import { prisma } from '~/platform/db/prisma.server'
import { heldKey, heldNumbers } from './order-cookie.server'

/** The number of the newest order that still waits for its payment, among those that this browser holds the key of or whose buyer is signed in; null when none does. One statement, none for a stranger. */
export async function findUnpaidOrder(request: Request): Promise<string | null> {
  const actor = await findActor(request)
  const held = heldNumbers(request)
  if (held.length === 0 && !actor) return null
  const { personId = null, userId = null } = actor ?? {}
  const waiting = await prisma.$queryRaw<{ id: string; number: string; isBuyer: boolean }[]>`
    SELECT o.id, o.number, coalesce(y."personId" = ${personId}::uuid, false) AS "isBuyer" FROM "Order" o LEFT JOIN "Party" y ON y.id = o."buyerPartyId"
    WHERE o.status = 'pending_payment' AND o."payBy" > app_now()
      AND (o.number = ANY((SELECT ${held}::text[])::text[]) OR o."buyerPartyId" = ANY(ARRAY(SELECT id FROM "Party" WHERE "personId" = ${personId}::uuid)))
    ORDER BY o."placedAt" DESC`
  for (const { id, number, isBuyer } of waiting)
    if (isBuyer || (await heldKey(request, { id, number, userId })) !== undefined) return number
  return null
}

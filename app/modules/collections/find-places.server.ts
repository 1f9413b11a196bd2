import type { Tx } from '~/platform/db/prisma.server'

/**
 * Which of these orders go to the same hands at the same door: for each, a number that those share, in the order in which they are given. Told by blind indexes, so that no address is opened. Only what the
 * caller's scope lets through is told of; an order whose address was deleted goes with no other.
 */
export async function findPlaces(tx: Tx, orderIds: readonly string[]): Promise<Map<string, number>> {
  const contacts = await tx.orderContact.findMany({
    where: { orderId: { in: [...orderIds] } },
    select: { orderId: true, phoneIndex: true, placeIndex: true },
  })
  const keyOf = new Map(
    contacts.map(({ orderId, phoneIndex, placeIndex }) => [
      orderId,
      [phoneIndex, placeIndex].map((index) => Buffer.from(index ?? orderId).toString('base64')).join(' '),
    ]),
  )
  const seen: string[] = []
  const places = new Map<string, number>()
  for (const orderId of orderIds) {
    const key = keyOf.get(orderId) ?? orderId
    if (!seen.includes(key)) seen.push(key)
    places.set(orderId, seen.indexOf(key))
  }
  return places
}

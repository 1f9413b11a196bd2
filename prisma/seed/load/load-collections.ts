import { type LoadContext, need } from './load-context'

/** What the knot base has in hand: a part of one of its makers that was handed over by the broker, and one that it has counted in. */
export async function loadCollections({ tx, now, sellers, users }: LoadContext): Promise<void> {
  const { id: baseId } = need(sellers, 'longshang')
  const { id: guilan } = need(sellers, 'guilan')
  const [broker, host] = [need(users, '13800000109'), need(users, '13800000112')]
  const parts = await tx.sellerOrder.findMany({
    where: {
      status: 'to_ship',
      sellerId: { not: guilan },
      seller: { memberOf: { some: { baseId, validTo: null } } },
    },
    orderBy: [{ shipBy: 'desc' }, { id: 'asc' }],
    take: 2,
    select: { id: true },
  })
  if (parts.length < 2) throw new Error('no two makers of the knot base have a part to send')
  for (const [at, { id: sellerOrderId }] of parts.entries()) {
    const collection = await tx.collection.create({ data: { sellerOrderId, baseId, handedById: broker } })
    await tx.sellerOrderEvent.create({
      data: { sellerOrderId, status: 'to_ship', cause: 'handed_to_base', actorUserId: broker },
    })
    if (at === 0) continue
    await tx.collection.update({
      where: { id: collection.id },
      data: { receivedAt: now, receivedById: host },
    })
    await tx.sellerOrderEvent.create({
      data: { sellerOrderId, status: 'to_ship', cause: 'at_base', actorUserId: host },
    })
  }
}

import type { LoadContext } from './load-context'

/** The made-to-order part of a demo artisan that waits longest is being made, and its buyer has seen a picture of it. */
export async function loadProduction({ tx, now, users }: LoadContext): Promise<void> {
  const part = await tx.sellerOrder.findFirst({
    where: {
      status: 'to_ship',
      seller: { people: { some: { role: 'owner', person: { user: { id: { in: [...users.values()] } } } } } },
      lines: { some: { makeMode: 'made_to_order', media: { isNot: null } } },
    },
    orderBy: [{ shipBy: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      sellerId: true,
      seller: {
        select: { people: { where: { role: 'owner' }, select: { person: { select: { user: true } } } } },
      },
      lines: { where: { makeMode: 'made_to_order' }, take: 1, select: { media: true } },
    },
  })
  const media = part?.lines[0]?.media
  const maker = part?.seller.people[0]?.person.user
  if (!part || !media || !maker) throw new Error('no demo artisan has a made-to-order part in hand')
  const { id: sellerOrderId, sellerId } = part
  await tx.sellerOrder.update({ where: { id: sellerOrderId }, data: { makingSince: now } })
  await tx.sellerOrderEvent.create({
    data: { sellerOrderId, status: 'to_ship', cause: 'making', actorUserId: maker.id },
  })
  const { id } = await tx.media.create({ data: { ...media, id: crypto.randomUUID(), sellerId } })
  await tx.productionPhoto.create({
    data: {
      sellerOrderId,
      mediaId: id,
      phrase: 'halfway',
      words: '今天把珠子排好了（示例）',
      addedById: maker.id,
    },
  })
}

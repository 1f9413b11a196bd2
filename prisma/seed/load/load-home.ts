import { before, type LoadContext, need } from './load-context'

/** The first page of the sample: one maker of the week, one occasion, one banner, all published. */
export async function loadHome({ tx, now, users, sellers, media }: LoadContext): Promise<void> {
  const span = {
    number: 1,
    position: 1,
    shownFrom: before(now, 2),
    shownTo: before(now, -60),
    createdById: need(users, '13800000108'),
  }
  const things = [
    { kind: 'maker', what: { sellerId: need(sellers, 'guilan').id } },
    {
      kind: 'occasion',
      what: {
        titleZh: '百元小礼',
        titleEn: 'Small gifts under ¥100',
        textZh: '香包、挂件、耳坠',
        textEn: 'Sachets, charms, earrings',
        link: '/search?max=100',
      },
    },
    {
      kind: 'banner',
      what: {
        titleZh: '冬天的灯下，一根线',
        titleEn: 'One cord, under a winter lamp',
        textZh: '农闲了，结都在这几个月编。现在订，赶得上贴春联。',
        textEn:
          'The fields rest and the knots are tied in these months. Ordered now, they are on the door by Spring Festival.',
        link: '/crafts/knots',
        mediaId: need(media, 'knot-door-red-01.webp').id,
      },
    },
  ] as const
  for (const { kind, what } of things) {
    const { id } = await tx.homeItem.create({ data: { id: crypto.randomUUID(), kind }, select: { id: true } })
    await tx.homeVersion.create({ data: { ...span, ...what, itemId: id } })
    await tx.homeItem.update({ where: { id }, data: { publishedNumber: 1 } })
  }
}

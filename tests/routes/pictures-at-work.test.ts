import { beforeAll, describe, expect, it } from 'vitest'
import { giveConsent } from '~/modules/consents/give-consent.server'
import { withdrawConsent } from '~/modules/consents/withdraw-consent.server'
import { getText } from '~/modules/settings/find-text.server'
import { loader as readMedia } from '../../app/routes/resources/media'
import { loader as readBase } from '../../app/routes/shop/base'
import { loader as readCraft } from '../../app/routes/shop/craft'
import { loader as readHome } from '../../app/routes/shop/home'
import { loader as readMaker } from '../../app/routes/shop/maker'
import { loader as readSearch } from '../../app/routes/shop/search'
import { owner } from '../fixtures/owner'
import { buildConsent, buildGround, buildMedia, buildPiece, buildSeller } from '../fixtures/world'

/** Pictures that show a maker at work: shown in the shop while she agrees, and sent out of it with no link. What a feed and a poster leave out is tested with them. */

const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }
const asking = (path: string, params = {}) => ({
  request: new Request(`http://127.0.0.1:3000${path}`),
  params,
  context,
})

type Maker = Awaited<ReturnType<typeof buildSeller>>

/** As small as they come. */
const sampleFile = 'knot-panchang-red-01.webp@0,0,40,50'

/** Somebody who agrees that pictures of her at work are shown, and what she says. */
async function buildShown(): Promise<Maker> {
  const maker = await buildSeller()
  await buildConsent(maker.person.personId, 'public_photo')
  await buildConsent(maker.person.personId, 'public_story')
  const steps = ['量', '编', '剪'].map((title) => ({ titleZh: title, textZh: title }))
  await owner.seller.update({
    where: { id: maker.sellerId },
    data: { wordsZh: '一根绳，越编越静。', steps },
  })
  return maker
}

/** Hangs a picture on a piece and answers with its hash; one of her at work is the widest. */
async function hang(maker: Maker, productId: string, position: number, shot: string): Promise<string> {
  const mediaId = await buildMedia()
  await owner.productMedia.create({ data: { productId, mediaId, position } })
  const { contentHash } = await owner.media.update({
    where: { id: mediaId },
    data: { sellerId: maker.sellerId, shot, sampleFile, width: shot === 'making' ? 1400 : 640 },
  })
  return contentHash
}

/** A piece whose first picture shows her at work, with as many others as her steps need. */
async function hangAtWork(maker: Maker) {
  const { productId } = await buildPiece(maker)
  const [atWork, whole] = [
    await hang(maker, productId, 0, 'making'),
    await hang(maker, productId, 1, 'whole'),
  ]
  for (const [at, shot] of ['detail', 'back', 'scale'].entries()) await hang(maker, productId, at + 2, shot)
  return { productId, atWork, whole }
}

const takeBack = ({ actor }: Maker) => withdrawConsent({ actor, purpose: 'public_photo' })

/** What a loader answers, as text. */
const told = (answer: unknown) => JSON.stringify(answer)

beforeAll(buildGround)

describe('a picture of her at work', () => {
  it('neither opens the first page nor is sent on with it, and stands there while she agrees', async () => {
    const maker = await buildShown()
    // one opens the page, by the other she speaks
    const pieces = [await hangAtWork(maker), await hangAtWork(maker)]
    const shown = (part: unknown, which: 'atWork' | 'whole') =>
      pieces.filter((piece) => told(part).includes(piece[which])).length
    const { page, head } = await readHome(asking('/'))
    expect(shown([page.opening, head.image], 'atWork')).toBe(0)
    expect(shown(head.image, 'whole')).toBe(1)
    expect(shown(page.newest, 'atWork')).toBe(1)
    expect(shown(page.speakers, 'atWork')).toBe(1)
    await takeBack(maker)
    expect(shown(await readHome(asking('/')), 'atWork')).toBe(0)
  })

  it('is no craft’s cover, on its page, on the first page or in a preview', async () => {
    const maker = await buildShown()
    const { atWork, whole } = await hangAtWork(maker)
    const cover = async (contentHash: string) => {
      const { id: mediaId } = await owner.media.findFirstOrThrow({ where: { contentHash } })
      await owner.craft.updateMany({ where: { code: 'knots' }, data: { mediaId } })
      const { craft, head } = (await readCraft(asking('/crafts/knots', { craft: 'knots' }))).data
      return told([craft, head, (await readHome(asking('/'))).page.crafts])
    }
    expect(await cover(whole)).toContain(whole)
    const shown = await cover(atWork)
    expect(shown).not.toContain(atWork)
    expect(shown).toContain('/share/knots.jpg')
  })

  it.each([
    ['base', readBase],
    ['individual', readMaker],
  ] as const)(
    'is among the steps of a shop (%s) while she agrees, and neither leads it nor is sent on',
    async (kind, read) => {
      const maker = await buildShown()
      await owner.seller.update({ where: { id: maker.sellerId }, data: { kind } })
      const { atWork, whole } = await hangAtWork(maker)
      const open = () => read(asking(`/${maker.slug}`, { slug: maker.slug }))
      const answer = await open()
      const shop = 'shop' in answer ? answer.shop : answer.maker
      expect(told([shop.portrait, answer.head])).not.toContain(atWork)
      expect(told([shop.portrait, answer.head])).toContain(whole)
      expect(told(shop.steps)).toContain(atWork)
      await takeBack(maker)
      expect(told(await open())).not.toContain(atWork)
    },
  )

  it('leads a list while she agrees, and is not sent on with it', async () => {
    const maker = await buildShown()
    const { productId, atWork } = await hangAtWork(maker)
    await owner.product.update({ where: { id: productId }, data: { publishedAt: new Date('2026-02-01') } })
    const open = async () => (await readSearch(asking('/search'))).data
    const { list, head } = await open()
    expect(told(list.pieces[0])).toContain(atWork)
    expect(told(head)).not.toContain(atWork)
    await takeBack(maker)
    expect(told(await open())).not.toContain(atWork)
  })

  it('is kept by her visitors’ browsers for half a minute, and is gone when she takes her word back', async () => {
    const maker = await buildShown()
    const { atWork, whole } = await hangAtWork(maker)
    const open = async (hash: string) => {
      const file = `${hash}-320.webp`
      const { status, headers } = await readMedia(asking(`/media/${file}`, { file }))
      return [status, headers.get('Cache-Control')]
    }
    expect(await open(atWork)).toEqual([200, 'private, max-age=30'])
    expect(await open(whole)).toEqual([200, 'public, max-age=31536000, immutable'])
    await takeBack(maker)
    expect(await open(atWork)).toEqual([404, 'public, max-age=30'])
    const { id: textId } = await getText('public_photo', 'zh-CN')
    await giveConsent({ actor: maker.actor, purpose: 'public_photo', textId, words: '' })
    expect(await open(atWork)).toEqual([200, 'private, max-age=30'])
  })
})

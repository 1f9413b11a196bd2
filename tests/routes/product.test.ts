import { beforeAll, describe, expect, it } from 'vitest'
import { action as actInCart } from '../../app/routes/shop/cart'
import { loader as readCraft } from '../../app/routes/shop/craft'
import { loader as readHome } from '../../app/routes/shop/home'
import { loader as readMaker } from '../../app/routes/shop/maker'
import { action, loader } from '../../app/routes/shop/product'
import { loader as readShare } from '../../app/routes/shop/share'
import { owner } from '../fixtures/owner'
import { buildGround, buildMedia, buildPiece, buildSeller } from '../fixtures/world'

const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }
const address = (slug: string) => `http://127.0.0.1:3000/products/${slug}`

beforeAll(buildGround)

const open = async (slug: string, Cookie = '') => {
  const answer = await loader({
    request: new Request(address(slug), { headers: Cookie ? { Cookie } : {} }),
    params: { slug },
    context,
  })
  return { status: answer.init?.status, page: answer.data }
}

const ask = (slug: string, words: string) =>
  action({
    request: new Request(address(slug), { method: 'POST', body: new URLSearchParams({ words }) }),
    params: { slug },
    context,
  })

describe('the page of a piece', () => {
  it('answers 200, 410 once it was taken away, and 404 where there never was one', async () => {
    const { sellerId } = await buildSeller()
    const [piece, other] = [await buildPiece({ sellerId }), await buildPiece({ sellerId })]
    expect(await open(piece.slug)).toMatchObject({
      status: 200,
      page: { page: { more: [{ slug: other.slug }] } },
    })
    await owner.product.update({ where: { id: piece.productId }, data: { status: 'withdrawn' } })
    expect(await open(piece.slug)).toMatchObject({
      status: 410,
      page: { page: null, instead: { likeness: 'maker', pieces: [{ slug: other.slug }] } },
    })
    expect(await open('no-such-piece')).toMatchObject({ status: 404, page: { instead: { gone: null } } })
    for (const odd of ['No such piece', '盘长结', '\0', 'a'.repeat(500)])
      expect(await open(odd), odd).toMatchObject({
        status: 404,
        page: { page: null, instead: { gone: null } },
      })
  })

  it('is sent on with no picture that shows her at work', async () => {
    const { sellerId } = await buildSeller()
    const { slug, productId } = await buildPiece({ sellerId })
    const [making, whole] = [await buildMedia(), await buildMedia()]
    const { contentHash } = await owner.media.update({ where: { id: making }, data: { shot: 'making' } })
    await owner.productMedia.create({ data: { productId, mediaId: making, position: 0 } })
    const sent = async () => {
      const { page } = await open(slug)
      return JSON.stringify('head' in page ? [page.head.image, page.data] : null)
    }
    expect(await sent()).toContain('/share/')
    expect(await sent()).not.toContain(contentHash)
    await owner.productMedia.create({ data: { productId, mediaId: whole, position: 1 } })
    const { contentHash: shown } = await owner.media.findUniqueOrThrow({ where: { id: whole } })
    expect(await sent()).toContain(shown)
    expect(await sent()).not.toContain(contentHash)
  })

  it('and neither is its maker’s, though her pieces are listed with it', async () => {
    const { sellerId } = await buildSeller()
    const { productId } = await buildPiece({ sellerId })
    const mediaId = await buildMedia()
    const { contentHash } = await owner.media.update({ where: { id: mediaId }, data: { shot: 'making' } })
    await owner.productMedia.create({ data: { productId, mediaId, position: 0 } })
    const { slug } = await owner.seller.findUniqueOrThrow({ where: { id: sellerId } })
    const request = new Request(`http://127.0.0.1:3000/makers/${slug}`)
    const { head, pieces } = await readMaker({ request, params: { slug }, context })
    expect(JSON.stringify(head)).not.toContain(contentHash)
    expect(pieces).toMatchObject([{ isByConsent: true }])
    expect(JSON.stringify(pieces)).toContain(contentHash)
  })

  it('and its poster’s page give the same where it is not there', async () => {
    const { sellerId } = await buildSeller()
    const [piece, other] = [await buildPiece({ sellerId }), await buildPiece({ sellerId })]
    await owner.product.update({ where: { id: piece.productId }, data: { status: 'withdrawn' } })
    const share = async (slug: string) => {
      const request = new Request(`${address(slug)}/share`)
      const { init, data } = await readShare({ request, params: { slug }, context })
      return { status: init?.status, page: data }
    }
    for (const [slug, status] of [
      [piece.slug, 410],
      ['no-such-piece', 404],
      ['No such piece', 404],
    ] as const) {
      const own = await open(slug)
      expect(own.status).toBe(status)
      expect(await share(slug), slug).toEqual(own)
    }
    await owner.product.update({ where: { id: other.productId }, data: { status: 'paused' } })
    const paused = await share(other.slug).catch((thrown: unknown) => thrown)
    expect(paused).toBeInstanceOf(Response)
    expect(paused).toMatchObject({ status: 302 })
  })

  it('tells search engines what it is and where it hangs; its craft and the first page do too', async () => {
    const { slug } = await buildPiece({ sellerId: (await buildSeller()).sellerId, titleZh: '路标结' })
    const home = { '@type': 'ListItem', position: 1, name: '首页', item: 'http://127.0.0.1:3000/' }
    expect(await open(slug)).toMatchObject({
      page: {
        data: [
          { '@type': 'Product', name: '路标结', offers: { '@type': 'Offer', price: expect.any(String) } },
          {
            '@type': 'BreadcrumbList',
            itemListElement: [home, { position: 2 }, { position: 3, name: '路标结', item: address(slug) }],
          },
        ],
      },
    })
    const request = new Request('http://127.0.0.1:3000/crafts/knots')
    const craft = await readCraft({ request, params: { craft: 'knots' }, context })
    expect(craft.data).toMatchObject({
      data: [{ '@type': 'BreadcrumbList', itemListElement: [home, { position: 2 }, { position: 3 }] }],
    })
    const first = new Request('http://127.0.0.1:3000/')
    expect(await readHome({ request: first, params: {}, context })).toMatchObject({
      data: [{ '@type': 'Organization', name: '陇原巧手', url: 'http://127.0.0.1:3000' }],
    })
  })

  it('is sent on, where it has no photograph, with a drawing that previews can read', async () => {
    const { slug } = await buildPiece({ sellerId: (await buildSeller()).sellerId })
    const src = 'http://127.0.0.1:3000/share/knots.jpg'
    expect(await open(slug)).toMatchObject({
      page: { head: { image: { src, width: 1200, height: 630 } }, data: [{ image: [src] }, {}] },
    })
    const request = new Request('http://127.0.0.1:3000/crafts/knots')
    expect((await readCraft({ request, params: { craft: 'knots' }, context })).data).toMatchObject({
      head: { image: { src } },
    })
  })

  it('takes into the basket what a page of an earlier release posts to the basket itself', async () => {
    const { slug, variantId } = await buildPiece({ sellerId: (await buildSeller()).sellerId, stock: 3 })
    const form = { intent: 'buy', variantId, quantity: '2' }
    const send = async (path: string, sent: Record<string, string>) => {
      const request = new Request(`http://127.0.0.1:3000${path}`, {
        method: 'POST',
        body: new URLSearchParams(sent),
      })
      const act = path.endsWith('/cart') ? actInCart : action
      const { status, headers } = await act({ request, params: { slug }, context })
      return [status, headers.get('Location')?.replace(/buy=[\w-]{22}$/, 'buy=') ?? null]
    }
    expect(await send('/cart', form)).toEqual([307, `/products/${slug}`])
    expect(await send('/en/cart', form)).toEqual([307, `/en/products/${slug}`])
    expect(await send(`/en/products/${slug}`, form)).toEqual([303, '/en/checkout?buy='])
    expect(await send('/cart', { ...form, variantId: crypto.randomUUID() })).toEqual([422, null])
  })

  it('takes a question, gives a secret for it, and shows it to its owner alone', async () => {
    const { sellerId } = await buildSeller()
    const { slug } = await buildPiece({ sellerId })
    const asked = await ask(slug, '能做大一号吗？')
    expect([asked.status, asked.headers.get('Location')]).toEqual([
      303,
      `/products/${slug}?done=asked#questions`,
    ])
    const cookie = asked.headers.get('Set-Cookie')?.split(';')[0] ?? ''
    expect(cookie).toMatch(/^kept-[0-9a-f]{8}=/)
    expect(await open(slug, cookie)).toMatchObject({ page: { page: { own: [{ words: '能做大一号吗？' }] } } })
    expect(await open(slug)).toMatchObject({ page: { page: { own: [], product: { questions: [] } } } })
  })

  it('holds back a way to reach the buyer, and keeps what was typed', async () => {
    const { sellerId } = await buildSeller()
    const { slug } = await buildPiece({ sellerId })
    const refused = await ask(slug, '加我微信')
    expect([refused.status, await refused.json()]).toMatchObject([
      422,
      {
        errors: { words: '这里说到了微信、QQ，话在这里问答就好，请删掉再发。' },
        values: { words: '加我微信' },
      },
    ])
    expect(await owner.question.count({ where: { product: { slug } } })).toBe(0)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { findPiecePage } from '~/modules/cart/find-piece-page.server'
import { getCart } from '~/modules/cart/get-cart.server'
import { LineSpecification } from '~/modules/orders/schema'
import { addDays } from '~/platform/calendar'
import { action, loader } from '../../app/routes/admin/customs'
import { buildKnot, buildRate, placeAbroad } from '../fixtures/abroad'
import { owner, passDays } from '../fixtures/owner'
import { buildCart, buildGround, buildSeller } from '../fixtures/world'
import { signInAsStaff } from './sign-in-as'

const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }
let cookie = ''
let sellerId = ''
let craftId = ''

beforeAll(async () => {
  await buildGround()
  await buildRate()
  sellerId = (await buildSeller()).sellerId
  craftId = (await owner.craft.findFirstOrThrow()).id
  cookie = (await signInAsStaff('13800007004', 'admin')).cookie
})

const address = 'http://127.0.0.1:3000/admin/customs'
const load = () =>
  loader({ request: new Request(address, { headers: { Cookie: cookie } }), params: {}, context })
const post = (fields: Record<string, string>) =>
  action({
    request: new Request(address, {
      method: 'POST',
      headers: { Cookie: cookie },
      body: new URLSearchParams(fields),
    }),
    params: {},
    context,
  })
const said = (answer: Response) => [answer.status, answer.headers.get('Location')]

describe('what may not go abroad', () => {
  it('is stopped at once, on the page of the piece, in the basket and at the checkout, and passes again', async () => {
    const { variantId, productId } = await buildKnot({ sellerId, materialCodes: ['silk'] })
    const { slug } = await owner.product.findUniqueOrThrow({ where: { id: productId } })
    const cartId = await buildCart([{ variantId }])
    const request = new Request(`http://127.0.0.1:3000/en/products/${slug}`, { headers: { Cookie: 'to=DE' } })
    const visitor = { userId: null, tokens: [] }
    const page = async () => (await findPiecePage({ request, slug, visitor, locale: 'en' }))?.abroads[0]
    const { today } = await load()
    expect((await page())?.problem).toBeNull()
    const block = {
      intent: 'block',
      goods: 'material:silk',
      country: 'DE',
      reasonZh: '德国现在不让丝绸进。',
      reasonEn: 'Germany lets no silk in for now.',
      from: today,
      why: '邮局来信',
    }
    expect(said(await post(block))).toEqual([303, '/admin/customs?said=blocked'])
    const text = 'It cannot go to Germany. Germany lets no silk in for now.'
    expect((await page())?.problem).toBe(text)
    const cart = await getCart({ cartIds: [cartId], locale: 'en', country: 'DE' })
    expect(cart.parcels[0]?.lines[0]?.problem).toEqual({ kind: 'abroad', text })
    await expect(placeAbroad(cartId)).rejects.toMatchObject({ key: 'abroad.refused' })
    expect((await getCart({ cartIds: [cartId], locale: 'en', country: 'FR' })).canCheckOut).toBe(true)
    const row = (await load()).blocked.find(({ materialCode }) => materialCode === 'silk')
    expect(row).toMatchObject({ country: { en: 'Germany' }, from: today, until: null, hasBegun: true })
    const id = row?.id ?? ''
    expect(said(await post({ intent: 'pass', id, from: today, why: '又放行了' }))).toEqual([
      303,
      '/admin/customs?said=passes',
    ])
    expect((await page())?.problem).toBeNull()
    await expect(
      post({ intent: 'pass', id, from: today, why: '再点一次' }).then((answer) => answer.json()),
    ).resolves.toMatchObject({ formError: '那天以前就已经停了，或者还没开始。' })
    const deeds = await owner.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
    expect(deeds.map(({ action: deed, reason }) => [deed, reason])).toEqual([
      ['customs.goods_blocked', '邮局来信'],
      ['customs.goods_pass', '又放行了'],
    ])
  })

  it('keeps what was typed when it is wrong, and never says two things of the same goods', async () => {
    const { today } = await load()
    const block = {
      intent: 'block',
      goods: `craft:${craftId}`,
      country: '',
      reasonZh: '这门手艺的东西都不让寄。',
      reasonEn: 'Nothing of this craft may go.',
      from: addDays(today, 2),
      why: '试一试',
    }
    const wrong = await post({ ...block, goods: 'material:stone', reasonEn: '不让寄。', from: '', why: '' })
    expect([wrong.status, await wrong.json()]).toMatchObject([
      422,
      { errors: { goods: expect.any(String), reasonEn: expect.any(String), from: expect.any(String) } },
    ])
    const past = await post({ ...block, from: addDays(today, -1) })
    expect(await past.json()).toMatchObject({ errors: { from: '这一天已经过了，最早从今天起。' } })
    const answers = await Promise.all([post(block), post(block)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const [row] = (await load()).blocked.filter(({ craft }) => craft !== null)
    expect(row).toMatchObject({ country: null, hasBegun: false, from: addDays(today, 2) })
    await expect(
      owner.blockedGoods.update({ where: { id: row?.id ?? '' }, data: { reasonZh: '另一句' } }),
    ).rejects.toThrow(/never changes/)
    await expect(owner.blockedGoods.delete({ where: { id: row?.id ?? '' } })).rejects.toThrow(/history/)
  })
})

describe('what customs are told of a craft', () => {
  it('is frozen into an order, changes from a day on, and ends', async () => {
    const { today } = await load()
    const words = {
      intent: 'words',
      craftId,
      hsCode: '5808.90',
      descriptionEn: 'Knotted cord ornament',
      descriptionZh: '手编绳结',
      origin: 'CN',
      from: today,
      why: '海关来函',
    }
    for (const hsCode of ['58089', '58089012345', '58A890'])
      expect(await (await post({ ...words, hsCode })).json()).toMatchObject({
        errors: { hsCode: 'HS 编码写六到十位数字。' },
      })
    expect(await (await post({ ...words, descriptionEn: '绳结' })).json()).toMatchObject({
      errors: { descriptionEn: expect.any(String) },
    })
    expect(await (await post({ ...words, descriptionZh: '' })).json()).toMatchObject({
      errors: { descriptionZh: expect.any(String) },
    })
    expect(said(await post(words))).toEqual([303, '/admin/customs?said=words'])
    const told = async () => {
      const { orderId } = await placeAbroad(await buildCart([await buildKnot({ sellerId })]))
      const line = await owner.orderLine.findFirstOrThrow({ where: { sellerOrder: { orderId } } })
      return { id: line.id, customs: LineSpecification.parse(line.specification).customs }
    }
    const before = await told()
    expect(before.customs).toMatchObject({ hsCode: '580890', origin: 'CN' })
    const tomorrow = addDays(today, 1)
    expect((await post({ ...words, hsCode: '5808900010', from: tomorrow })).status).toBe(303)
    expect((await load()).words).toMatchObject([
      { hsCode: '580890', until: today, hasBegun: true },
      { hsCode: '5808900010', from: tomorrow, until: null, hasBegun: false },
    ])
    expect((await told()).customs).toMatchObject({ hsCode: '580890' })
    await passDays(1)
    cookie = (await signInAsStaff('13800007005', 'admin')).cookie
    expect((await told()).customs).toMatchObject({ hsCode: '5808900010' })
    const kept = await owner.orderLine.findUniqueOrThrow({ where: { id: before.id } })
    expect(LineSpecification.parse(kept.specification).customs).toMatchObject({ hsCode: '580890' })
    const [now] = (await load()).words
    const end = { intent: 'endWords', id: now?.id ?? '', from: tomorrow, why: '不再报' }
    expect(said(await post(end))).toEqual([303, '/admin/customs?said=wordsEnded'])
    expect((await told()).customs).toBeNull()
  })
})

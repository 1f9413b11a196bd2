import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Carrier } from '~/modules/orders/schema'
import { shipSellerOrder } from '~/modules/orders/ship-seller-order.server'
import { kuaidi100 } from '~/platform/carriers/kuaidi100.server'
import { appNow } from '~/platform/db/clock.server'
import { owner, passSeconds } from '../../../tests/fixtures/owner'
import { order, pay } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { askCarriers } from './ask-carriers.server'

const account = { customer: 'C0FFEE', key: 'sample-key' }

type Known = { state: string; context: string; time: string }

/** A stand-in for 快递100: checks the signature as they document it, and answers what it was told to. */
const known = new Map<string, Known | { returnCode: string }>()
const asked: { num: string; com: string; phone?: string }[] = []
const server = createServer((request, response) => void answer(request, response))

async function answer(request: IncomingMessage, response: ServerResponse) {
  const form = new URLSearchParams(await text(request))
  const param = form.get('param') ?? ''
  const sign = createHash('md5')
    .update(`${param}${account.key}${form.get('customer')}`)
    .digest('hex')
  const say = (body: unknown) => response.end(JSON.stringify(body))
  if (request.url !== '/poll/query.do' || form.get('sign') !== sign.toUpperCase())
    return say({ result: false, returnCode: '503', message: '验证签名失败' })
  const question = JSON.parse(param)
  asked.push(question)
  const parcel = known.get(question.num) ?? { returnCode: '500' }
  if ('returnCode' in parcel) return say({ result: false, message: '查询无结果', ...parcel })
  const data = [{ time: parcel.time, ftime: parcel.time, context: parcel.context }]
  return say({ message: 'ok', nu: question.num, com: question.com, status: '200', state: parcel.state, data })
}

function readerAs(key = account.key) {
  const { port } = server.address() as AddressInfo
  return kuaidi100({ ...account, key, address: `http://127.0.0.1:${port}/poll/query.do` })
}

beforeAll(async () => {
  await buildGround()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => server.close())

async function buildShipped(trackingNumber: string, carrier: Carrier = 'ems') {
  const { sellerId, actor } = await buildSeller()
  const { variantId } = await buildPiece({ sellerId })
  const { orderId } = await order(await buildCart([{ variantId }]))
  await pay(orderId)
  const { id: sellerOrderId } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
  await shipSellerOrder({ actor, sellerOrderId, carrier, trackingNumber })
  return { sellerOrderId, actor }
}

const shipmentOf = (sellerOrderId: string) => owner.shipment.findFirstOrThrow({ where: { sellerOrderId } })
const statusOf = async (id: string) => (await owner.sellerOrder.findUniqueOrThrow({ where: { id } })).status

/** An hour of the shop, as Beijing writes it. */
async function hoursOn(hours: number): Promise<string> {
  const at = new Date((await appNow()).getTime() + (hours + 8) * 3_600_000)
  return at.toISOString().slice(0, 19).replace('T', ' ')
}

describe('parcels on their way', () => {
  it('are asked about every few hours, and received once the carrier has handed them over', async () => {
    const { sellerOrderId } = await buildShipped('EM100000001CN')
    await askCarriers({ reader: readerAs() })
    expect(await shipmentOf(sellerOrderId)).toMatchObject({ carrierState: null, deliveredAt: null })
    known.set('EM100000001CN', { state: '5', context: '【北京】正在派送', time: await hoursOn(0) })
    await askCarriers({ reader: readerAs() })
    expect(asked.filter(({ num }) => num === 'EM100000001CN')).toHaveLength(1)
    await passSeconds(4 * 3600 + 1)
    await Promise.all([askCarriers({ reader: readerAs() }), askCarriers({ reader: readerAs() })])
    expect(asked.filter(({ num }) => num === 'EM100000001CN')).toHaveLength(2)
    expect(await shipmentOf(sellerOrderId)).toMatchObject({
      carrierState: 'delivering',
      carrierWords: '【北京】正在派送',
    })
    expect(await statusOf(sellerOrderId)).toBe('shipped')
    known.set('EM100000001CN', { state: '3', context: '已签收，本人', time: await hoursOn(1) })
    await passSeconds(4 * 3600 + 1)
    await askCarriers({ reader: readerAs() })
    expect((await shipmentOf(sellerOrderId)).deliveredAt).not.toBeNull()
    expect(await owner.sellerOrder.findUniqueOrThrow({ where: { id: sellerOrderId } })).toMatchObject({
      status: 'received',
      receivedHow: 'carrier',
    })
    await passSeconds(4 * 3600 + 1)
    await askCarriers({ reader: readerAs() })
    expect(asked.filter(({ num }) => num === 'EM100000001CN')).toHaveLength(3)
  })

  it('are not received by a number that had arrived before, nor when they are sent back', async () => {
    const [old, back] = [await buildShipped('EM200000001CN'), await buildShipped('EM200000002CN')]
    known.set('EM200000001CN', { state: '3', context: '已签收', time: await hoursOn(-72) })
    known.set('EM200000002CN', { state: '6', context: '退回寄件人', time: await hoursOn(0) })
    await askCarriers({ reader: readerAs() })
    expect(await shipmentOf(old.sellerOrderId)).toMatchObject({ carrierState: 'problem', deliveredAt: null })
    expect(await shipmentOf(back.sellerOrderId)).toMatchObject({ carrierState: 'returned' })
    for (const { sellerOrderId } of [old, back]) expect(await statusOf(sellerOrderId)).toBe('shipped')
  })

  it('are asked about with four digits of the number only where the carrier wants them', async () => {
    await buildShipped('SF3000000000001', 'shunfeng')
    await buildShipped('EM300000001CN')
    await askCarriers({ reader: readerAs() })
    expect(asked.find(({ num }) => num === 'SF3000000000001')).toMatchObject({
      com: 'shunfeng',
      phone: '1276',
    })
    expect(asked.find(({ num }) => num === 'EM300000001CN')).not.toHaveProperty('phone')
  })

  it('stay as they are when the carrier does not answer, and the others are asked all the same', async () => {
    const { sellerOrderId } = await buildShipped('EM400000001CN')
    known.set('EM400000001CN', { state: '3', context: '已签收', time: await hoursOn(0) })
    await askCarriers({ reader: readerAs('another key') })
    expect(await statusOf(sellerOrderId)).toBe('shipped')
    await passSeconds(4 * 3600 + 1)
    await askCarriers({ reader: readerAs() })
    expect(await statusOf(sellerOrderId)).toBe('received')
  })

  it('stand: the database changes neither number nor arrival', async () => {
    const { sellerOrderId } = await buildShipped('EM500000001CN')
    const { id } = await shipmentOf(sellerOrderId)
    const change = (data: object) => owner.shipment.update({ where: { id }, data })
    await expect(change({ trackingNumber: 'EM500000002CN' })).rejects.toThrow(/stays as it was/)
    await expect(change({ carrierState: 'delivered' })).rejects.toThrow(/Shipment_delivered/)
    await change({ deliveredAt: new Date() })
    await expect(change({ deliveredAt: null })).rejects.toThrow(/has arrived/)
  })
})

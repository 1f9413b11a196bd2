import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOrderLink } from '~/modules/orders/open-order-link.server'
import { shipSellerOrder } from '~/modules/orders/ship-seller-order.server'
import { env } from '~/platform/env.server'
import { buildKnot, buildRate, placeAbroad } from '../../../tests/fixtures/abroad'
import { owner } from '../../../tests/fixtures/owner'
import { order, pay, placeForm, totalOf } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { sendOrderLetter } from './send-order-letter.server'

const outbox = join(tmpdir(), `letters-${process.pid}.txt`)
const smsOutbox = join(tmpdir(), `messages-${process.pid}.txt`)

beforeAll(async () => {
  await buildGround()
  await buildRate()
  env.MAIL_OUTBOX = outbox
  env.SMS_OUTBOX = smsOutbox
})
afterAll(async () => {
  env.MAIL_OUTBOX = undefined
  env.SMS_OUTBOX = undefined
  for (const file of [outbox, smsOutbox]) await rm(file, { force: true })
})

async function sent(number: string): Promise<{ to: string; subject: string; text: string }[]> {
  const lines = (await readFile(outbox, 'utf8').catch(() => '')).split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line)).filter(({ subject }) => subject.includes(number))
}

async function texted(number: string): Promise<{ phone: string; text: string }[]> {
  const lines = (await readFile(smsOutbox, 'utf8').catch(() => '')).split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line)).filter(({ text }) => text.includes(number))
}

/** The letters that wait on the queue, as the worker would take them. */
async function waiting(orderId: string) {
  return owner.$queryRaw<{ data: { orderId: string; about: string } }[]>`
    SELECT data FROM pgboss.job WHERE name = 'order-letter' AND data ->> 'orderId' = ${orderId} ORDER BY created_on`
}

async function buildPaid() {
  const { sellerId, actor } = await buildSeller()
  const placed = await placeAbroad(await buildCart([await buildKnot({ sellerId })]))
  await pay(placed.orderId)
  const parcel = await owner.sellerOrder.findFirstOrThrow({ where: { orderId: placed.orderId } })
  return { ...placed, actor, sellerOrderId: parcel.id }
}

describe('a letter about an order from abroad', () => {
  it('goes out when it is paid and when it is sent, with a link that opens it', async () => {
    const { orderId, number, actor, sellerOrderId } = await buildPaid()
    expect((await waiting(orderId)).map(({ data }) => data)).toEqual([{ orderId, about: 'paid' }])
    await shipSellerOrder({ actor, sellerOrderId, carrier: 'ems', trackingNumber: 'EM123456789CN' })
    const jobs = await waiting(orderId)
    expect(jobs.map(({ data }) => data.about)).toEqual(['paid', sellerOrderId])
    for (const { data } of jobs) await sendOrderLetter(data)
    const [paid, parcel] = await sent(number)
    expect(paid).toMatchObject({
      to: 'j.beispiel@example.com',
      subject: `Qiaoshou order ${number}: payment received`,
    })
    expect(paid?.text).toContain('CN¥132.00')
    expect(parcel?.text).toMatch(/Sample Knots has sent the parcel .*EM123456789CN/)
    const secret = /\/open\/([\w-]{22})/.exec(paid?.text ?? '')?.[1] ?? ''
    expect(await openOrderLink({ number, secret })).toContain(`order-${number}`)
  })

  it('goes out once, however often the job runs, also at one moment', async () => {
    const { orderId, number } = await buildPaid()
    await Promise.all([1, 2, 3].map(() => sendOrderLetter({ orderId, about: 'paid' })))
    await sendOrderLetter({ orderId, about: 'paid' })
    expect(await sent(number)).toHaveLength(1)
  })

  it('is tried again when the carrier did not take it', async () => {
    const { orderId, number } = await buildPaid()
    env.MAIL_OUTBOX = join(outbox, 'no', 'such', 'place')
    await expect(sendOrderLetter({ orderId, about: 'paid' })).rejects.toThrow()
    env.MAIL_OUTBOX = outbox
    expect(await sent(number)).toHaveLength(0)
    await sendOrderLetter({ orderId, about: 'paid' })
    expect(await sent(number)).toHaveLength(1)
  })
})

describe('a short message about an order inside the mainland', () => {
  async function buildPaidInland(locale: 'zh-CN' | 'en' = 'zh-CN') {
    const { sellerId, actor } = await buildSeller()
    const { variantId } = await buildPiece({ sellerId, stock: 3 })
    const placed = await order(await buildCart([{ variantId }]))
    await owner.order.update({ where: { id: placed.orderId }, data: { locale } })
    await pay(placed.orderId)
    const parcel = await owner.sellerOrder.findFirstOrThrow({ where: { orderId: placed.orderId } })
    return { ...placed, actor, sellerOrderId: parcel.id }
  }

  it.each([{ hidePrices: true }, { giftNote: '祝您生日快乐' }])(
    'goes to her own phone for a present, %o, and not to that of the parcel',
    async (present) => {
      const { sellerId } = await buildSeller()
      const cartId = await buildCart([await buildPiece({ sellerId })])
      const own = '13800009912'
      const { orderId, number } = await placeForm(cartId, {
        seenTotalFen: await totalOf(cartId),
        buyerPhone: own,
        ...present,
      })
      await pay(orderId)
      await sendOrderLetter({ orderId, about: 'paid' })
      const [told, ...more] = await texted(number)
      expect(more).toEqual([])
      expect(told?.phone).toBe(own)
      const secret = /\/open\/([\w-]{22})/.exec(told?.text ?? '')?.[1] ?? ''
      expect(await openOrderLink({ number, secret })).toContain(`order-${number}`)
    },
  )

  it('is not taken for a present without it, where nobody is signed in', async () => {
    const { sellerId } = await buildSeller()
    const cartId = await buildCart([await buildPiece({ sellerId })])
    const seenTotalFen = await totalOf(cartId)
    await expect(placeForm(cartId, { seenTotalFen, hidePrices: true })).rejects.toMatchObject({
      key: 'order.needOwnPhone',
      field: 'buyerPhone',
    })
  })

  it('says nothing to the phone of a parcel that is a present', async () => {
    const { orderId, number } = await buildPaidInland()
    await owner.order.update({ where: { id: orderId }, data: { hidePrices: true } })
    await sendOrderLetter({ orderId, about: 'paid' })
    expect(await texted(number)).toEqual([])
    expect(await owner.orderLetter.count({ where: { orderId } })).toBe(0)
  })

  it('says once, in the language of the order, that it is paid; nothing of hers stands in it', async () => {
    const { orderId, number, actor, sellerOrderId } = await buildPaidInland()
    expect((await waiting(orderId)).map(({ data }) => data)).toEqual([{ orderId, about: 'paid' }])
    await Promise.all([1, 2, 3].map(() => sendOrderLetter({ orderId, about: 'paid' })))
    await sendOrderLetter({ orderId, about: 'paid' })
    const [told, ...more] = await texted(number)
    expect(more).toEqual([])
    expect(told?.text).toMatch(
      /^【陇原巧手】订单 \d{4}-\d{6} 付好了，做的人开始备货。看订单：http\S+（链接请勿转发）$/,
    )
    const secret = /\/open\/([\w-]{22})/.exec(told?.text ?? '')?.[1] ?? ''
    expect(await openOrderLink({ number, secret })).toContain(`order-${number}`)
    expect(told?.text).not.toContain(told?.phone)
    // of its parcel she is told on the order's page alone
    await shipSellerOrder({
      actor,
      sellerOrderId,
      carrier: 'youzhengguonei',
      trackingNumber: '9876543210123',
    })
    expect(await waiting(orderId)).toHaveLength(1)
    const english = await buildPaidInland('en')
    await sendOrderLetter({ orderId: english.orderId, about: 'paid' })
    expect((await texted(english.number))[0]?.text).toMatch(/^\[Qiaoshou\] Order \d{4}-\d{6} is paid/)
  })

  it('is tried again when the carrier did not take it', async () => {
    const { orderId, number } = await buildPaidInland()
    env.SMS_OUTBOX = join(outbox, 'no', 'such', 'place')
    await expect(sendOrderLetter({ orderId, about: 'paid' })).rejects.toThrow()
    env.SMS_OUTBOX = smsOutbox
    expect(await texted(number)).toHaveLength(0)
    await sendOrderLetter({ orderId, about: 'paid' })
    expect(await texted(number)).toHaveLength(1)
  })
})

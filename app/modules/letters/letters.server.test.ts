import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOrderLink } from '~/modules/orders/open-order-link.server'
import { shipSellerOrder } from '~/modules/orders/ship-seller-order.server'
import { env } from '~/platform/env.server'
import { buildKnot, buildRate, placeAbroad } from '../../../tests/fixtures/abroad'
import { owner } from '../../../tests/fixtures/owner'
import { order, pay } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { sendOrderLetter } from './send-order-letter.server'

const outbox = join(tmpdir(), `letters-${process.pid}.txt`)

beforeAll(async () => {
  await buildGround()
  await buildRate()
  env.MAIL_OUTBOX = outbox
})
afterAll(async () => {
  env.MAIL_OUTBOX = undefined
  await rm(outbox, { force: true })
})

async function sent(number: string): Promise<{ to: string; subject: string; text: string }[]> {
  const lines = (await readFile(outbox, 'utf8').catch(() => '')).split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line)).filter(({ subject }) => subject.includes(number))
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

  it('is none for an order inside the mainland, which knows no address', async () => {
    const { sellerId } = await buildSeller()
    const { variantId } = await buildPiece({ sellerId, stock: 3 })
    const { orderId } = await order(await buildCart([{ variantId }]))
    await pay(orderId)
    expect(await waiting(orderId)).toEqual([])
  })
})

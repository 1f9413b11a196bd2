import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { shipSellerOrder } from '~/modules/orders/ship-seller-order.server'
import { buildKnot, buildRate, placeAbroad } from '../../../tests/fixtures/abroad'
import { owner } from '../../../tests/fixtures/owner'
import { order, pay } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { getPapersPdf } from './get-papers-pdf.server'
import type { PaperKind } from './schema'

beforeAll(async () => {
  await buildGround()
  await buildRate()
})

async function partOf(orderId: string) {
  return (await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })).id
}

async function buildPaid(seller: Awaited<ReturnType<typeof buildSeller>>) {
  const { variantId } = await buildPiece({ sellerId: seller.sellerId })
  const { orderId } = await order(await buildCart([{ variantId, quantity: 2 }]))
  await pay(orderId)
  const { number } = await owner.order.findUniqueOrThrow({ where: { id: orderId } })
  return { orderId, number, sellerOrderId: await partOf(orderId) }
}

/** Every page of a file: its size in millimetres and its text without blanks. */
async function pagesOf(bytes: Buffer) {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: { size: string; text: string }[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const [, , width = 0, height = 0] = page.view
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join('')
    const inMillimetres = (points: number) => Math.round((points * 25.4) / 72)
    pages.push({
      size: `${inMillimetres(width)}×${inMillimetres(height)}`,
      text: text.replace(/\s/g, ''),
    })
  }
  return pages
}

describe('paper for parcels', () => {
  it('is a label for each part in one file, without a price, and every opening is written down', async () => {
    const seller = await buildSeller()
    const [one, two] = [await buildPaid(seller), await buildPaid(seller)]
    const print = (kind: PaperKind) =>
      getPapersPdf({ actor: seller.actor, kind, sellerOrderIds: [one.sellerOrderId, two.sellerOrderId] })
    const labels = await pagesOf((await print('labels')).bytes)
    expect(labels.map(({ size }) => size)).toEqual(['100×150', '100×150'])
    for (const { text } of labels) {
      for (const said of ['林若溪', '13800001276', '北京市东城区', '示例胡同8号', '示例结艺', '榆中县'])
        expect(text).toContain(said)
      expect(text).not.toMatch(/¥|68\.00|盘长挂结/)
    }
    expect(labels.map(({ text }) => text).join()).toContain(one.number)
    const opened = await owner.auditEvent.findMany({
      where: { action: 'order.paper_opened', actorUserId: seller.actor.userId },
      orderBy: { id: 'asc' },
    })
    expect(opened.map(({ subjectId }) => subjectId).sort()).toEqual(
      [one.sellerOrderId, two.sellerOrderId].sort(),
    )
    const [slip] = await pagesOf((await print('slips')).bytes)
    expect(slip?.size).toBe('148×210')
    for (const said of ['装箱单', '盘长挂结', '×2', '¥136.00', '邮费¥10.00', '一共¥146.00'])
      expect(slip?.text).toContain(said)
    expect(slip?.text).not.toMatch(/13800001276|示例胡同/)
  })

  it('of a present says what was wished and not what it cost', async () => {
    const seller = await buildSeller()
    const { orderId, sellerOrderId } = await buildPaid(seller)
    await owner.order.update({
      where: { id: orderId },
      data: { hidePrices: true, words: { create: { giftNote: '生日快乐' } } },
    })
    const { bytes, name } = await getPapersPdf({
      actor: seller.actor,
      kind: 'slips',
      sellerOrderIds: [sellerOrderId],
    })
    const [slip] = await pagesOf(bytes)
    expect(slip?.text).toContain('生日快乐')
    expect(slip?.text).not.toMatch(/¥|\d\.\d\d/)
    expect(name).toMatch(/^slips-\d{4}-\d{6}\.pdf$/)
  })

  it('for abroad stands in Latin letters, the slip in the buyer’s language', async () => {
    const seller = await buildSeller()
    const { orderId } = await placeAbroad(await buildCart([await buildKnot({ sellerId: seller.sellerId })]))
    await pay(orderId)
    const sellerOrderIds = [await partOf(orderId)]
    const print = (kind: PaperKind) => getPapersPdf({ actor: seller.actor, kind, sellerOrderIds })
    const [label] = await pagesOf((await print('labels')).bytes)
    for (const said of ['JürgenBeispiel', '+49301234567', '10115Berlin', 'Germany', 'e-Packet', 'P.R.China'])
      expect(label?.text).toContain(said)
    const [slip] = await pagesOf((await print('slips')).bytes)
    expect(slip?.text).toContain('Packingslip')
    expect(slip?.text).toContain('CN¥132.00')
  })

  it('is for parts of hers that wait, all of them or none', async () => {
    const [seller, other] = [await buildSeller(), await buildSeller()]
    const [hers, theirs] = [await buildPaid(seller), await buildPaid(other)]
    const { variantId } = await buildPiece({ sellerId: seller.sellerId })
    const unpaid = await order(await buildCart([{ variantId }]))
    const print = (sellerOrderIds: string[]) =>
      getPapersPdf({ actor: seller.actor, kind: 'labels', sellerOrderIds })
    for (const id of [theirs.sellerOrderId, await partOf(unpaid.orderId)])
      await expect(print([hers.sellerOrderId, id])).rejects.toMatchObject({ status: 404 })
    await shipSellerOrder({
      actor: seller.actor,
      sellerOrderId: hers.sellerOrderId,
      carrier: 'ems',
      trackingNumber: 'EM123456789CN',
    })
    await expect(print([hers.sellerOrderId])).rejects.toMatchObject({ key: 'packing.notToSend' })
    const many = Array.from({ length: 51 }, () => crypto.randomUUID())
    await expect(print(many)).rejects.toMatchObject({ key: 'packing.tooMany' })
    expect(
      await owner.auditEvent.count({
        where: { action: 'order.paper_opened', actorUserId: seller.actor.userId },
      }),
    ).toBe(0)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { getCart } from '~/modules/cart/get-cart.server'
import { enterCustoms } from '~/modules/customs/enter-customs.server'
import { findCustomsEntry } from '~/modules/customs/find-customs-entry.server'
import { getCustomsForm } from '~/modules/customs/get-customs-form.server'
import { LineSpecification } from '~/modules/orders/schema'
import { readContact } from '~/modules/orders/seal-contact.server'
import { chooseTransfer } from '~/modules/transfers/choose-transfer.server'
import { inScope } from '~/platform/db/in-scope.server'
import { buildKnot, buildRate, placeAbroad as place } from '../../../tests/fixtures/abroad'
import { owner } from '../../../tests/fixtures/owner'
import { pay } from '../../../tests/fixtures/shopping'
import { buildActor, buildCart, buildGround, buildSeller } from '../../../tests/fixtures/world'

let rateId = ''
let sellerId = ''
let maker: Actor

beforeAll(async () => {
  await buildGround()
  rateId = await buildRate()
  const seller = await buildSeller()
  sellerId = seller.sellerId
  maker = seller.actor
  const craft = await owner.craft.findFirstOrThrow()
  await owner.customsEntry.create({
    data: {
      craftId: craft.id,
      hsCode: '580890',
      descriptionZh: '手编绳结',
      descriptionEn: 'Knotted cord ornament',
    },
  })
})

describe('an order that goes abroad', () => {
  it('freezes its country, rate, weight and what customs are told', async () => {
    const { orderId } = await place(await buildCart([await buildKnot({ sellerId })]))
    const order = await owner.order.findUniqueOrThrow({
      where: { id: orderId },
      include: { sellerOrders: { include: { lines: true } } },
    })
    expect(order).toMatchObject({ country: 'DE', postageFen: 6_400n, totalFen: 13_200n })
    const [parcel] = order.sellerOrders
    expect(parcel).toMatchObject({ postageRateId: rateId, postageRuleId: null, parcelGrams: 412 })
    expect(LineSpecification.parse(parcel?.lines[0]?.specification)).toMatchObject({
      weightGrams: 320,
      customs: { hsCode: '580890', origin: 'CN' },
    })
    const contact = await inScope({ job: 'order_access' }, (tx) => readContact(tx, orderId))
    expect(contact).toMatchObject({ country: 'DE', countryName: 'Germany', phone: '+49301234567' })
    await expect(owner.order.update({ where: { id: orderId }, data: { country: 'FR' } })).rejects.toThrow(
      /never changes/,
    )
  })

  it('is asked for what the basket said', async () => {
    const cartId = await buildCart([await buildKnot({ sellerId })])
    const cart = await getCart({ cartIds: [cartId], locale: 'en', country: 'DE' })
    expect(cart).toMatchObject({
      totalFen: 13_200,
      canCheckOut: true,
      destination: { code: 'DE', name: 'Germany' },
    })
    await expect(place(cartId, 7_800n)).rejects.toMatchObject({ key: 'order.changed' })
    expect((await place(cartId)).number).toMatch(/^\d{4}-\d{6}$/)
  })

  it.each([
    [
      { materialCodes: ['herb'], shipsAbroad: false },
      1,
      'It cannot go to Germany. It holds herbs, which customs do not let through.',
    ],
    [{ shipsAbroad: false }, 1, 'Its maker sends it within China only, not to Germany.'],
    [
      { weightGrams: null },
      1,
      'It has not been weighed yet, so its postage to Germany is not known and it cannot go there for now.',
    ],
    [
      {},
      6,
      'The parcel weighs 2.172 kg with its packing, which is too heavy: to Germany it is 2 kg at most.',
    ],
  ])('refuses what may not go: %o × %i, as the basket does', async (of, quantity, text) => {
    const { variantId } = await buildKnot({ sellerId, ...of })
    const cartId = await buildCart([{ variantId, quantity }])
    const cart = await getCart({ cartIds: [cartId], locale: 'en', country: 'DE' })
    expect(cart.canCheckOut).toBe(false)
    expect(cart.parcels[0]?.lines[0]?.problem).toEqual({ kind: 'abroad', text })
    await expect(place(cartId)).rejects.toMatchObject({ key: 'abroad.refused', params: { problem: text } })
    expect(await owner.cartLine.count({ where: { cartId } })).toBe(1)
  })

  it('is not paid by bank transfer, by whatever way', async () => {
    const { orderId } = await place(await buildCart([await buildKnot({ sellerId })]))
    await owner.setting.create({
      data: {
        key: 'payments.transferAccount',
        value: { holder: { 'zh-CN': '甲', en: 'A' }, bank: { 'zh-CN': '乙', en: 'B' }, number: '99990000' },
        validFrom: new Date('2020-01-01'),
      },
    })
    await expect(chooseTransfer({ orderId })).rejects.toMatchObject({ key: 'abroad.noTransfer' })
    const due = await owner.orderDue.findFirstOrThrow({ where: { orderId } })
    const payment = {
      dueId: due.id,
      attempt: 1,
      gateway: 'bank_transfer',
      state: 'open',
      amountMinor: due.amountFen,
      currency: 'CNY',
    } as const
    await expect(owner.payment.create({ data: payment })).rejects.toThrow(/not paid by bank transfer/)
  })
})

describe('rates', () => {
  it('never overlap, never change and never go to another zone', async () => {
    const { id, ...rate } = await owner.postageRate.findUniqueOrThrow({ where: { id: rateId } })
    await expect(
      owner.postageRate.create({ data: { ...rate, validFrom: new Date('2026-01-01') } }),
    ).rejects.toThrow()
    await expect(owner.postageRate.update({ where: { id }, data: { firstFen: 1n } })).rejects.toThrow(
      /never changes/,
    )
    await expect(owner.postageRate.delete({ where: { id } })).rejects.toThrow(/end the row/)
    const { orderId } = await place(await buildCart([await buildKnot({ sellerId })]))
    const asia = await owner.postageZone.findUniqueOrThrow({ where: { code: 'asia' } })
    const other = await owner.postageRate.create({ data: { ...rate, zoneId: asia.id } })
    await expect(
      owner.sellerOrder.updateMany({ where: { orderId }, data: { postageRateId: other.id } }),
    ).rejects.toThrow(/not of its destination/)
  })
})

describe('the customs form', () => {
  it('says to her maker what was frozen, once it is paid, and to nobody else', async () => {
    const { orderId } = await place(await buildCart([await buildKnot({ sellerId })]))
    const { id: sellerOrderId } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
    await expect(getCustomsForm({ actor: maker, sellerOrderId })).rejects.toMatchObject({ status: 404 })
    await pay(orderId)
    expect(await getCustomsForm({ actor: maker, sellerOrderId })).toMatchObject({
      kind: 'CN22',
      grams: 412,
      valueFen: 6_800,
      postageFen: 6_400,
      to: ['Jürgen Beispiel', 'Beispielstraße 5', '10115 Berlin', 'Germany'],
      lines: [{ description: 'Knotted cord ornament 手编绳结', grams: 320, hsCode: '580890', origin: 'CN' }],
    })
    const { actor } = await buildSeller()
    await expect(getCustomsForm({ actor, sellerOrderId })).rejects.toMatchObject({ status: 404 })
  })

  it('says of one piece what the desk of its region wrote, in orders from then on', async () => {
    const piece = await buildKnot({ sellerId })
    const revision = await owner.listingRevision.create({
      data: {
        productId: piece.productId,
        number: 1,
        state: 'submitted',
        content: {},
        submittedById: maker.userId,
        submittedAt: new Date(),
      },
    })
    const input = {
      revisionId: revision.id,
      actor: await buildActor({ role: 'coordinator', region: '620123' }),
    }
    const entry = { hsCode: '630790', descriptionEn: 'Knotted bag charm', descriptionZh: '绳结包挂' }
    expect(await findCustomsEntry(input)).toMatchObject({ own: null, ofCraft: { hsCode: '580890' } })
    await enterCustoms({ ...input, entry })
    expect(await findCustomsEntry(input)).toMatchObject({ own: entry, ofCraft: { hsCode: '580890' } })
    const { orderId } = await place(await buildCart([piece]))
    const line = await owner.orderLine.findFirstOrThrow({ where: { sellerOrder: { orderId } } })
    expect(LineSpecification.parse(line.specification).customs).toMatchObject(entry)
    const elsewhere = await buildActor({ role: 'coordinator', region: '620121' })
    await expect(enterCustoms({ ...input, actor: elsewhere, entry })).rejects.toMatchObject({ status: 404 })
  })
})

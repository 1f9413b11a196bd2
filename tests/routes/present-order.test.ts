import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findActor } from '../../app/modules/auth/find-actor.server'
import { unsafeJoinOrder } from '../../app/modules/orders/join-order.server'
import { orderCookie } from '../../app/modules/orders/order-cookie.server'
import { action as find, loader as findPage } from '../../app/routes/shop/find-order'
import { loader as openOrder, action as pressOrder } from '../../app/routes/shop/order'
import { loader as openMessages } from '../../app/routes/shop/order-messages'
import { loader as openPay, action as pressPay } from '../../app/routes/shop/order-pay'
import { loader as openTransfer } from '../../app/routes/shop/order-transfer'
import { owner } from '../fixtures/owner'
import { order, pay, placeForm, totalOf } from '../fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../fixtures/world'
import { Browser } from './browser'
import { signInAsBuyer } from './sign-in-as'

vi.spyOn(process.stdout, 'write').mockReturnValue(true)

/** of the parcel: whoever receives the present has it */
const receiver = '13800001276'
const note = '别让她看见：七折买的'

type Placed = Awaited<ReturnType<typeof place>>

let sellerId = ''
let asked = 0
let placed: Placed

beforeAll(async () => {
  await buildGround()
  sellerId = (await buildSeller()).sellerId
  await owner.setting.deleteMany({ where: { key: { in: ['codes.resendSeconds', 'codes.perPhoneDay'] } } })
  await owner.setting.createMany({
    data: [
      { key: 'codes.resendSeconds', value: 0 },
      { key: 'codes.perPhoneDay', value: 90 },
    ],
  })
})

beforeEach(async () => {
  placed = await place({ hidePrices: true })
  await pay(placed.orderId)
})

async function place({ hidePrices, giftNote = null }: { hidePrices: boolean; giftNote?: string | null }) {
  const { orderId, number, secret } = await order(await buildCart([await buildPiece({ sellerId })]))
  await owner.order.update({
    where: { id: orderId },
    data: { hidePrices, words: { create: { note, giftNote } } },
  })
  const { id: sellerOrderId } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
  return { orderId, number, secret, sellerOrderId }
}

function hold({ cookies }: Browser, cookie: string) {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
  cookies.set(name, value)
}

/** Whoever holds the parcel's phone, with the number from the slip and the code that came to her. */
async function openByPhone(
  { number }: Pick<Placed, 'number'>,
  browser = newBrowser(),
  { phone = receiver, ...joins }: { join?: string; phone?: string } = {},
) {
  browser.keep(await find(browser.ask('/orders', { intent: 'send', number, phone })))
  const { pending } = await (await findPage(browser.ask('/orders?code'))).json()
  const answer = browser.keep(
    await find(browser.ask('/orders?code', { intent: 'open', code: pending?.shownCode ?? '', ...joins })),
  )
  expect(answer.status).toBe(303)
  return { browser, location: answer.headers.get('Location') }
}

function newBrowser() {
  asked += 1
  return new Browser(`10.9.7.${asked}`)
}

async function reads(browser: Browser, { number }: Pick<Placed, 'number'>): Promise<string> {
  return (await openOrder({ ...browser.ask(`/orders/${number}`), params: { number } })).text()
}

function press(browser: Browser, { number }: Placed, form: Record<string, string>) {
  return pressOrder({ ...browser.ask(`/orders/${number}`, form), params: { number } })
}

describe('a present that its receiver opens by the phone of the parcel', () => {
  it.each([
    ['without prices in the parcel', { hidePrices: true, giftNote: null }],
    ['with a card', { hidePrices: false, giftNote: '生日快乐' }],
  ])('%s shows her where the parcel is, and nothing that is the giver’s', async (_, present) => {
    placed = await place(present)
    await pay(placed.orderId)
    const { browser } = await openByPhone(placed)
    const page = await reads(browser, placed)
    expect(page).toContain(placed.sellerOrderId)
    expect(page).not.toMatch(/Fen|invoice|shares|canCancel|"note"|盘长挂结/)
    expect(page).not.toContain(note)
    if (present.giftNote) expect(page).toContain(present.giftNote)
  })

  it.each([
    ['cancel', (of: Placed) => ({ intent: 'cancel', sellerOrderId: of.sellerOrderId, note: '' })],
    [
      'ask for an invoice',
      () => ({
        intent: 'invoice',
        invoiceKind: 'personal',
        invoiceTitle: '',
        taxNumber: '',
        invoiceEmail: 'li@example.com',
      }),
    ],
    ['join it to an account', () => ({ intent: 'join' })],
  ])('is not hers to %s', async (_, form) => {
    const { browser } = await openByPhone(placed)
    hold(browser, await signInAsBuyer('13900007001'))
    expect(await press(browser, placed, form(placed))).toMatchObject({ status: 403 })
    expect(
      await owner.order.findUniqueOrThrow({
        where: { id: placed.orderId },
        select: { buyerPartyId: true, invoice: true, sellerOrders: { select: { status: true } } },
      }),
    ).toEqual({ buyerPartyId: null, invoice: null, sellerOrders: [{ status: 'to_ship' }] })
  })

  it('is confirmed by her, once it is sent', async () => {
    const { browser } = await openByPhone(placed)
    await owner.sellerOrder.update({
      where: { id: placed.sellerOrderId },
      data: { status: 'shipped', shippedAt: new Date() },
    })
    expect(await press(browser, placed, { sellerOrderId: placed.sellerOrderId })).toMatchObject({
      status: 303,
    })
    expect(await owner.sellerOrder.findUnique({ where: { id: placed.sellerOrderId } })).toMatchObject({
      status: 'received',
    })
  })

  it('leads her neither to its payment nor to what the giver and the maker write', async () => {
    const unpaid = await place({ hidePrices: true })
    const { browser } = await openByPhone(unpaid)
    const { number, sellerOrderId } = unpaid
    expect(await reads(browser, unpaid)).not.toContain('Fen')
    const at = (path: string, form?: Record<string, string>) => ({
      ...browser.ask(`/orders/${number}${path}`, form),
      params: { number, sellerOrderId },
    })
    for (const opens of [
      () => openPay(at('/pay')),
      () => pressPay(at('/pay', { intent: 'cancel' })),
      () => openTransfer(at('/transfer')),
      () => openMessages(at(`/messages/${sellerOrderId}`)),
    ])
      await expect(opens()).rejects.toMatchObject({ status: 404 })
  })

  it('is not listed among her orders, though she is signed in and asks for it', async () => {
    const browser = newBrowser()
    hold(browser, await signInAsBuyer('13900007002'))
    const { location } = await openByPhone(placed, browser, { join: 'yes' })
    expect(location).toBe(`/orders/${placed.number}?joining=present`)
    expect(await owner.order.findUnique({ where: { id: placed.orderId } })).toMatchObject({
      buyerPartyId: null,
    })
    expect(await reads(browser, placed)).not.toContain('Fen')
  })
})

describe('whose present it is sees all of it', () => {
  it('by her link, also when she looks it up by the phone of the parcel after that', async () => {
    const browser = newBrowser()
    const { orderId, number, secret } = placed
    hold(browser, await orderCookie(number).serialize({ orderId, secret }))
    await openByPhone(placed, browser)
    expect(await reads(browser, placed)).toContain('totalFen')
  })

  it('by the phone that she gave as her own, which nothing of the parcel says', async () => {
    const cartId = await buildCart([await buildPiece({ sellerId })])
    const own = '13800007788'
    const seenTotalFen = await totalOf(cartId)
    const hers = await placeForm(cartId, { seenTotalFen, hidePrices: true, buyerPhone: own })
    await pay(hers.orderId)
    const { browser } = await openByPhone(hers, newBrowser(), { phone: own })
    const page = await reads(browser, hers)
    expect(page).toContain('totalFen')
    expect(page).not.toContain(own)
    expect(await reads((await openByPhone(hers)).browser, hers)).not.toContain('Fen')
  })

  it('and signed in, where it was hers before', async () => {
    const browser = newBrowser()
    hold(browser, await signInAsBuyer('13900007003'))
    const actor = await findActor(browser.ask('/').request)
    if (!actor) throw new Error('nobody is signed in')
    await unsafeJoinOrder({ actor, orderId: placed.orderId })
    const { location } = await openByPhone(placed, browser, { join: 'yes' })
    expect(location).toBe(`/orders/${placed.number}?joining=hers`)
    expect(await reads(browser, placed)).toContain('totalFen')
  })

  it('and an order that is no present opens by the phone as it did', async () => {
    const own = await place({ hidePrices: false })
    await pay(own.orderId)
    const { browser } = await openByPhone(own)
    expect(await reads(browser, own)).toContain('totalFen')
  })
})

import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findActor } from '../../app/modules/auth/find-actor.server'
import { checkOut } from '../../app/modules/checkout/check-out.server'
import { unsafeJoinOrder } from '../../app/modules/orders/join-order.server'
import { orderCookie } from '../../app/modules/orders/order-cookie.server'
import { requestClosingCode } from '../../app/modules/own-data/request-closing-code.server'
import { action as close } from '../../app/routes/account/close'
import { action as pressAccount } from '../../app/routes/account/home'
import { action as sendCode } from '../../app/routes/account/sign-in'
import { loader as codePage, action as enterCode } from '../../app/routes/account/sign-in-code'
import { action as signOut } from '../../app/routes/account/sign-out'
import { loader as openOrder } from '../../app/routes/shop/order'
import { owner } from '../fixtures/owner'
import { checkoutForm, order, totalOf } from '../fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../fixtures/world'
import { Browser } from './browser'
import { signInAsBuyer } from './sign-in-as'

vi.spyOn(process.stdout, 'write').mockReturnValue(true)

let sellerId = ''
let numbers = 0
let browser: Browser
let phones: string[] = []
let placed: Record<'hers' | 'guests' | 'others', Awaited<ReturnType<typeof place>>>

beforeAll(async () => {
  await buildGround()
  sellerId = (await buildSeller()).sellerId
})

beforeEach(async () => {
  phones = [0, 1].map((at) => `1390000${6200 + 2 * numbers + at}`)
  numbers += 1
  const [hers = '', another = ''] = await Promise.all(phones.map(signInAsBuyer))
  browser = new Browser(`10.9.4.${numbers}`)
  hold(browser, hers)
  placed = { hers: await place(), guests: await place(), others: await place() }
  await joinTo(hers, placed.hers)
  await joinTo(another, placed.others)
  for (const one of Object.values(placed)) await holdKey(browser, one)
})

/** An order for which nobody waits any more. */
async function place() {
  const { orderId, number, secret } = await order(await buildCart([await buildPiece({ sellerId })]))
  await owner.order.update({ where: { id: orderId }, data: { status: 'expired' } })
  return { orderId, number, secret }
}

async function actorOf(cookie: string) {
  const actor = await findActor(new Request('http://127.0.0.1:3000/', { headers: { Cookie: cookie } }))
  if (!actor) throw new Error('nobody is signed in')
  return actor
}

async function joinTo(cookie: string, { orderId }: { orderId: string }) {
  expect(await unsafeJoinOrder({ actor: await actorOf(cookie), orderId })).toBe('joined')
}

function hold({ cookies }: Browser, cookie: string) {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
  cookies.set(name, value)
}

async function holdKey(into: Browser, { orderId, number, secret }: Awaited<ReturnType<typeof place>>) {
  hold(into, await orderCookie(number).serialize({ orderId, secret }))
}

/** Whose of the three orders a browser opens. */
async function opens(from: Browser): Promise<string[]> {
  const opened: string[] = []
  for (const [whose, { number }] of Object.entries(placed)) {
    const answer: unknown = await openOrder({ ...from.ask(`/orders/${number}`), params: { number } }).catch(
      (thrown: unknown) => thrown,
    )
    expect(answer).toBeInstanceOf(Response)
    if (answer instanceof Response && answer.status === 200) opened.push(whose)
  }
  return opened
}

/** Without a way out of whatever account the browser is in. */
async function signInWith(one: Browser, phone = '') {
  await owner.setting.deleteMany({ where: { key: 'codes.resendSeconds' } })
  await owner.setting.create({ data: { key: 'codes.resendSeconds', value: 0 } })
  one.keep(await sendCode(one.ask('/sign-in', { phone })))
  const { shownCode } = await one.keep(await codePage(one.ask('/sign-in/code'))).json()
  one.keep(await enterCode(one.ask('/sign-in/code', { code: shownCode })))
}

async function closeIn(one: Browser) {
  const { shownCode } = await requestClosingCode({ actor: await actorOf(one.header), address: '10.9.4.200' })
  one.keep(await close(one.ask('/account/close', { code: shownCode ?? '', agreed: 'on' })))
}

describe('whoever goes out of her account in a browser takes the keys of her own orders, and nobody else’s', () => {
  it.each([
    ['by signing out', async () => browser.keep(await signOut(browser.ask('/sign-out', {})))],
    [
      'by signing out everywhere',
      async () => browser.keep(await pressAccount(browser.ask('/account', { intent: 'end-all' }))),
    ],
    ['by closing it', () => closeIn(browser)],
  ])('%s', async (_, goOut) => {
    expect(await opens(browser)).toEqual(['hers', 'guests', 'others'])
    await goOut()
    expect(await opens(browser)).toEqual(['guests', 'others'])
    const kept = [...browser.cookies.keys()].filter((name) => name.startsWith('order-'))
    expect(kept.sort()).toEqual([placed.guests, placed.others].map(({ number }) => `order-${number}`).sort())
  })

  it('and once it is closed, no key that another browser still holds opens them', async () => {
    const other = new Browser('10.9.4.201')
    await holdKey(other, placed.hers)
    expect(await opens(other)).toEqual(['hers'])
    await closeIn(browser)
    expect(await opens(other)).toEqual([])
  })
})

describe('whoever signs in in a browser is left the keys of guests’ orders and her own, and of nobody else’s account', () => {
  it.each([
    ['while another is still signed in there', async () => {}],
    ['long after a session of hers ended', () => owner.session.deleteMany()],
  ])('%s', async (_, happens) => {
    await happens()
    await signInWith(browser, `1390000${6800 + numbers}`)
    expect(await opens(browser)).toEqual(['guests'])
  })

  it('signing in again', async () => {
    await signInWith(browser, phones[0])
    expect(await opens(browser)).toEqual(['hers', 'guests'])
  })
})

describe('a key that was got by ordering in an account', () => {
  it('opens the order while she is signed in, and nothing once her session is over', async () => {
    const actor = await actorOf(browser.header)
    const cartId = await buildCart([await buildPiece({ sellerId })])
    const form = await checkoutForm(await totalOf(cartId))
    const how = { locale: 'zh-CN', country: null, clientAddress: null, byTransfer: true } as const
    const { cookie } = await checkOut({ actor, cartId, form, ...how })
    hold(browser, cookie)
    const [, number = ''] = /order-(\d{4}-\d{6})=/.exec(cookie) ?? []
    const { id: orderId } = await owner.order.update({ where: { number }, data: { status: 'expired' } })
    placed.hers = { orderId, number, secret: '' }
    expect(await opens(browser)).toEqual(['hers', 'guests', 'others'])
    await owner.session.deleteMany()
    expect(await opens(browser)).toEqual(['guests', 'others'])
  })
})

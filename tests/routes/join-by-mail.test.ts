import { expect, it, vi } from 'vitest'
import { orderCookie } from '../../app/modules/orders/order-cookie.server'
import { action as requestLink } from '../../app/routes/account/sign-in'
import { action as openLink } from '../../app/routes/account/sign-in-link'
import { loader as mailPage } from '../../app/routes/account/sign-in-mail'
import { loader as openOrder, action as pressOrder } from '../../app/routes/shop/order'
import { buildKnot, buildRate, placeAbroad } from '../fixtures/abroad'
import { owner } from '../fixtures/owner'
import { pay } from '../fixtures/shopping'
import { buildCart, buildGround, buildSeller } from '../fixtures/world'
import { Browser } from './browser'

vi.spyOn(process.stdout, 'write').mockReturnValue(true)

/** A browser that follows an order by its link, signed in by the link to an address. */
async function signedIn(email: string, at: number, placed: Awaited<ReturnType<typeof placeAbroad>>) {
  const browser = new Browser(`10.9.${at}.1`)
  const { orderId, number, secret } = placed
  const [, name = '', value = ''] =
    /^([^=]+)=([^;]*)/.exec(await orderCookie(number).serialize({ orderId, secret })) ?? []
  browser.cookies.set(name, value)
  browser.keep(await requestLink(browser.ask('/en/sign-in', { intent: 'email', email, returnTo: '/' })))
  const { shownLink } = await browser.keep(await mailPage(browser.ask('/en/sign-in/mail'))).json()
  const token = new URL(shownLink, 'http://127.0.0.1:3000').pathname.split('/').at(-1) ?? ''
  browser.keep(await openLink({ ...browser.ask(`/en/sign-in/link/${token}`, {}), params: { token } }))
  const ask = (form?: Record<string, string>) => ({
    ...browser.ask(`/en/orders/${number}`, form),
    params: { number },
  })
  return {
    canJoin: async () => {
      const page = await (await openOrder(ask())).json()
      return 'canJoin' in page && page.canJoin
    },
    join: () => pressOrder(ask({ intent: 'join' })),
  }
}

it('a guest’s order abroad is offered to her whose address its letters go to, and joins hers by its button', async () => {
  await buildGround()
  await buildRate()
  const { sellerId } = await buildSeller()
  const placed = await placeAbroad(await buildCart([await buildKnot({ sellerId })]))
  await pay(placed.orderId)
  const [hers, other] = [
    await signedIn('J.Beispiel@example.com', 1, placed),
    await signedIn('other@example.com', 2, placed),
  ]
  expect([await hers.canJoin(), await other.canJoin()]).toEqual([true, false])
  expect(await other.join()).toMatchObject({ status: 403 })
  const answer = await hers.join()
  expect(answer instanceof Response && answer.headers.get('Location')).toBe(
    `/en/orders/${placed.number}?joining=joined`,
  )
  expect(await hers.canJoin()).toBe(false)
  expect(
    await owner.order.findUnique({ where: { id: placed.orderId }, select: { buyerPartyId: true } }),
  ).not.toEqual({
    buyerPartyId: null,
  })
})

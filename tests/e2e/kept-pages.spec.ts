import type { Page } from '@playwright/test'
import { signInAs } from '../fixtures/accounts'
import { expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'
import * as buying from '../fixtures/journey-buying'

/** Pages that many are shown, with what is one visitor's written into them afterwards; and the same without JavaScript. */

const piece = { title: '茜红团花靠垫', address: '/products/cushion-madder-red' }
const list = '/crafts/tie-dye'
const newcomer = '13800000236'
const words = '背面能换成别的布吗？'

/** Opens a page that must be one of those that many are shown, and answers with the text that was sent. */
async function openKept(page: Page, address: string): Promise<string> {
  const answer = await page.goto(address)
  const said = (await answer?.allHeaders()) ?? {}
  expect(said['cache-control'], address).toContain('s-maxage')
  expect(said.vary).toBe('Accept-Encoding, Cookie')
  expect(said['set-cookie']).toBeUndefined()
  return (await answer?.text()) ?? ''
}

test('a basket, hearts, a question and a session on pages that many are shown', async ({ page, visit }) => {
  await page.setViewportSize(phone)
  const basket = (count: number) => page.getByRole('link', { name: `篮里 ${count} 件` })

  await test.step('a stranger asks for nothing more than the page', async () => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await openKept(page, list)
    await page.waitForLoadState('networkidle')
    expect(asked).not.toContain('/own-part')
    await expect(page.getByRole('link', { name: '篮', exact: true })).toBeVisible()
  })

  await test.step('what she put in is counted', async () => {
    await buying.putIntoBasket(page, piece.address)
    const sent = await openKept(page, list)
    expect(sent).not.toContain('篮里 1 件')
    await expect(basket(1)).toBeVisible()
    await noSidewaysScroll(page)
  })

  await test.step('what she keeps is pressed, in the list and on its page, and let go again', async () => {
    await page.getByRole('button', { name: `收藏「${piece.title}」` }).click()
    const kept = page.getByRole('button', { name: `已收藏「${piece.title}」，点一下拿掉` })
    await expect(kept).toBeVisible()
    await openKept(page, list)
    await expect(kept).toBeVisible()
    await expect(page.getByRole('navigation', { name: '主导航' }).getByText('收藏')).toBeVisible()
    await openKept(page, piece.address)
    await expect(page.getByRole('button', { name: '已收藏，点一下拿掉' })).toBeVisible()
    await expect(page.getByRole('link', { name: '看收藏和关注' })).toBeVisible()
    expect(await findAxeFaults(page)).toEqual([])
    await page.getByRole('button', { name: '已收藏，点一下拿掉' }).click()
    await expect(page.getByRole('button', { name: '收藏这一件' })).toBeVisible()
  })

  await test.step('what she asked stands there for her alone', async () => {
    await page.getByLabel('想问什么').fill(words)
    await page.getByRole('button', { name: '问做的人' }).click()
    await expect(page.getByRole('status')).toContainText('问到了')
    expect(await openKept(page, piece.address)).not.toContain(words)
    await expect(page.getByText(words)).toBeVisible()
    const other = await visit()
    await openKept(other, piece.address)
    await other.waitForLoadState('networkidle')
    await expect(other.getByText(words)).toHaveCount(0)
    await expect(other.getByRole('link', { name: '篮', exact: true })).toBeVisible()
  })

  await test.step('signed in she is led to what is hers, signed out to the door', async () => {
    const account = page.getByRole('banner').getByRole('link', { name: '我的', exact: true })
    await signInAs(page, newcomer, '/account')
    expect(await openKept(page, '/')).not.toContain('href="/account"')
    await expect(account).toHaveAttribute('href', '/account')
    await expect(basket(1)).toBeVisible()
    await page.goto('/en/about')
    await expect(page.getByRole('link', { name: 'Basket, 1 piece' })).toBeVisible()
    await page.goto('/account')
    await page.getByRole('button', { name: '退出', exact: true }).click()
    await expect(page).not.toHaveURL(/\/account$/)
    await openKept(page, '/')
    await expect(page.getByRole('banner').getByRole('link', { name: '登录' })).toBeVisible()
    await expect(account).toHaveCount(0)
  })
})

test('a link as it is shared leads to the same kept page, and what a page is asked is heard beside it', async ({
  request,
}) => {
  const open = async (address: string) => {
    const answer = await request.get(address)
    expect(answer.headers()['cache-control'], address).toContain('s-maxage')
    return answer.headers().etag
  }
  const plain = await open(piece.address)
  for (const tail of [
    '?utm_source=x&utm_medium=y',
    '?from=groupmessage&isappinstalled=0',
    '?scene=1&fbclid=a',
  ])
    expect(await open(piece.address + tail), tail).toBe(plain)
  expect(await open(`${list}?made=ready&gclid=1`)).toBe(await open(`${list}?made=ready`))
  expect((await request.get(`${piece.address}?done=added&from=x`)).headers()['cache-control']).toBe(
    'private, no-cache',
  )
})

test('a list counts what is left within a moment of a sale', async ({ visit, request }) => {
  const countOn = async (address: string) => {
    const text = await (await request.get(address)).text()
    const [, count] = /现货 (\d+) 件/.exec(text.slice(text.indexOf(`href="${piece.address}"`))) ?? []
    return Number(count)
  }
  const before = await countOn(list)
  expect(before).toBeGreaterThan(1)
  const quicker = await visit()
  await buying.holdLast(quicker, piece.address)
  // a kept page lasts for a minute
  await expect.poll(() => countOn(list), { timeout: 10_000 }).toBe(before - 1)
  await buying.giveUp(quicker)
  await expect.poll(() => countOn(list), { timeout: 10_000 }).toBe(before)
})

test('without JavaScript the same pages are rendered for her', async ({ visit }) => {
  const page = await visit({ javaScriptEnabled: false, viewport: phone })
  await openKept(page, list)
  await buying.putIntoBasket(page, piece.address)
  const answer = await page.goto(list)
  expect(answer?.headers()['cache-control']).toBe('private, no-cache')
  await expect(page.getByRole('link', { name: '篮里 1 件' })).toBeVisible()
})

test('a page is kept by each choice that changes it, and by no other cookie', async ({ request, page }) => {
  const ask = async (address: string, cookie: string) => {
    const answer = await request.get(address, { headers: { cookie, 'accept-encoding': 'br' } })
    expect(answer.headers()['cache-control'], `${address} ${cookie}`).toContain('s-maxage')
    return { etag: answer.headers().etag, text: await answer.text() }
  }
  const plain = await ask(piece.address, 'seen=yes')
  expect(await ask(piece.address, 'currency=EUR; to=CN; view=huge')).toEqual(plain)
  const large = await ask(piece.address, 'seen=yes; view=large')
  expect(large.text).toContain('class="view-large"')
  expect((await ask(piece.address, 'view=large; to=DE')).text).toContain('class="view-large"')
  const abroad = await ask(`/en${piece.address}`, 'to=DE')
  expect(abroad.text).toContain('Germany')
  const inEuro = await ask(`/en${piece.address}`, 'currency=EUR')
  expect(inEuro.text).toContain('about €')
  const inEnglish = await ask(`/en${piece.address}`, '')
  expect(new Set([plain, large, abroad, inEuro, inEnglish].map(({ etag }) => etag)).size).toBe(5)

  const own = await request.get('/own-part', { headers: { cookie: 'session=none; late=1' } })
  expect(own.headers()['cache-control']).toBe('private, no-store')
  expect(await own.json()).toMatchObject({
    basket: { count: 0 },
    pieces: [],
    asked: [],
    account: { href: '/sign-in' },
  })
  await page.goto(piece.address)
  await page.getByRole('banner').getByRole('button', { name: '看大字' }).click()
  await expect(page.locator('html')).toHaveClass('view-large')
  await openKept(page, piece.address)
  await expect(page.locator('html')).toHaveClass('view-large')
})

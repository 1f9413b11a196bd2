import { signInAs } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

/** What a buyer keeps and whom she follows: without an account, without JavaScript, and on every device once she signs in. */

const piece = { title: '双鱼刻葫芦', address: '/products/gourd-engraved-carp' }
const other = { title: '花鸟葫芦', address: '/products/gourd-birds-on-branch' }
const maker = { name: '七山葫芦', address: '/makers/seven-hills-gourds' }
const newcomer = '13800000231'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: phone })

  test('pieces are kept from a list and from their page, and let go again', async ({ page }) => {
    await page.goto('/crafts/gourds')
    await page.getByRole('button', { name: `收藏「${piece.title}」` }).click()
    await expect(page).toHaveURL('/crafts/gourds#keep-gourd-engraved-carp')
    await expect(page.getByRole('button', { name: `已收藏「${piece.title}」，点一下拿掉` })).toBeVisible()
    await page.goto(other.address)
    await page.getByRole('button', { name: '收藏这一件' }).click()
    await page.getByRole('link', { name: '看收藏和关注' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '收藏和关注' })).toBeVisible()
    for (const { title } of [piece, other])
      await expect(page.getByRole('link', { name: title })).toBeVisible()
    await noSidewaysScroll(page)
    await page.getByRole('button', { name: `已收藏「${other.title}」，点一下拿掉` }).click()
    await expect(page.getByRole('link', { name: piece.title })).toBeVisible()
    await expect(page.getByRole('link', { name: other.title })).toHaveCount(0)
  })
})

test('the way to what she kept stands before the language and fits a phone, also on a page that many are shown', async ({
  visit,
}) => {
  const page = await visit({ viewport: { width: 360, height: 740 } })
  await page.goto(piece.address)
  await page.getByRole('button', { name: '收藏这一件' }).click()
  for (const address of ['/favourites', '/crafts/gourds', other.address]) {
    await page.goto(address)
    const nav = page.getByRole('navigation', { name: '主导航' })
    await expect(nav.getByRole('link').last()).toHaveText('EN')
    await expect(nav.getByRole('link').nth(-2), address).toHaveText('收藏')
    expect(await nav.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
    await page.goto(`/en${address}`)
    const english = page.getByRole('navigation', { name: 'Main' })
    await expect(english.getByRole('link').nth(-2), address).toHaveText('Saved')
    expect(await english.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  }
})

test('what a browser kept goes with her when she signs in', async ({ page, visit }) => {
  await page.setViewportSize(desktop)
  await page.goto(maker.address)
  await page.getByRole('button', { name: '关注这一家' }).click()
  await expect(page.getByRole('button', { name: '已关注，点一下取消' })).toBeVisible()
  await page.goto(other.address)
  await page.getByRole('button', { name: '收藏这一件' }).click()
  await signInAs(page, newcomer, '/favourites')
  await expect(page.getByRole('link', { name: other.title })).toBeVisible()
  await expect(page.getByRole('link', { name: maker.name, exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: '她们新做好的' })).toBeVisible()
  await noSidewaysScroll(page)
  expect(await findAxeFaults(page)).toEqual([])

  const elsewhere = await visit()
  await signInAs(elsewhere, newcomer, '/favourites')
  await expect(elsewhere.getByRole('link', { name: other.title })).toBeVisible()
  await elsewhere.getByRole('button', { name: `取消关注「${maker.name}」` }).click()
  await expect(elsewhere.getByRole('link', { name: maker.name, exact: true })).toHaveCount(0)
  await elsewhere.goto(`/en${other.address}`)
  await elsewhere.getByRole('button', { name: 'Saved; press to remove' }).click()
  await expect(elsewhere).toHaveURL(/\/en\/products\/gourd-birds-on-branch#/)
  await elsewhere.goto('/en/favourites')
  await expect(elsewhere.getByRole('heading', { level: 2, name: 'Nothing saved yet' })).toBeVisible()
})

test('strangers see nobody’s marks, and a piece that is none is 404', async ({ page, visit }) => {
  await page.goto(piece.address)
  await page.getByRole('button', { name: '收藏这一件' }).click()
  await expect(page.getByRole('button', { name: '已收藏，点一下拿掉' })).toBeVisible()
  const stranger = await visit()
  await stranger.goto(piece.address)
  await expect(stranger.getByRole('button', { name: '收藏这一件' })).toBeVisible()
  await stranger.goto('/favourites')
  await expect(stranger.getByRole('heading', { level: 2, name: '还没有收藏' })).toBeVisible()
  const origin = new URL(page.url()).origin
  const posted = async (mark: string) =>
    (await page.request.post('/favourites', { form: { mark, back: '/' }, headers: { origin } })).status()
  expect(await posted('keep:no-such-piece')).toBe(404)
  expect(await posted('burn:gourd-engraved-carp')).toBe(422)
})

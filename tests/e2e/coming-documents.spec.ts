import { accounts } from '../fixtures/accounts'
import { expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'
import { putIntoBasket } from '../fixtures/journey-buying'

/** A version of the rules that holds from a later day is told of where people are, with its day and the way to it. */

const said = {
  zh: {
    words: /^《平台规则》有新的一版，.+起生效。 ?先看看$/,
    read: '先看看',
    waits: /现在管用的还是前一版/,
  },
  en: {
    words: /^There is a new version of “Rules of the shop”\. It is in force from .+\. Read it now$/,
    read: 'Read it now',
    waits: /Until then the one before it holds/,
  },
} as const

test('a version that holds from a later day is told of at the foot of the shop, at the door, at the till and at the desk', async ({
  visit,
  visitAs,
}) => {
  test.slow()
  const stranger = await visit({ viewport: phone, javaScriptEnabled: false })
  await stranger.goto('/')
  await expect(stranger.getByText(said.zh.words)).toHaveCount(0)

  await test.step('an administrator publishes it', async () => {
    const admin = await visitAs(accounts.admin)
    await admin.goto('/admin/documents?kind=rules')
    await admin.getByRole('button', { name: '公布' }).click()
    await expect(admin.getByRole('status')).toContainText('公布了')
  })

  await test.step('the foot of kept pages says it, in both languages, and leads to it', async () => {
    for (const [path, { words, read, waits }] of [
      ['/', said.zh],
      ['/en', said.en],
    ] as const) {
      await expect(async () => {
        await stranger.goto(path)
        await expect(stranger.getByRole('contentinfo').getByText(words)).toBeVisible({ timeout: 1_000 })
      }).toPass()
      await noSidewaysScroll(stranger)
      await stranger.getByRole('contentinfo').getByRole('link', { name: read }).click()
      await expect(stranger).toHaveURL(/\/rules\?version=\d+$/)
      await expect(stranger.getByText(waits)).toBeVisible()
    }
    const answer = await stranger.goto('/no-such-page')
    expect(answer?.status()).toBe(404)
    await expect(stranger.getByText(said.zh.words)).toBeVisible()
  })

  await test.step('at the door and at the till', async () => {
    const page = await visit({ viewport: phone })
    await putIntoBasket(page, '/products/bag-charm-large-beads')
    for (const path of ['/sign-in', '/checkout']) {
      for (const [prefix, { words }] of [
        ['', said.zh],
        ['/en', said.en],
      ] as const) {
        await page.goto(`${prefix}${path}`)
        await expect(page.getByRole('main').getByText(words)).toBeVisible()
        await noSidewaysScroll(page)
      }
      expect(await findAxeFaults(page)).toEqual([])
    }
  })

  await test.step('at the desk and in the studio', async () => {
    for (const [phoneNumber, path] of [
      [accounts.coordinatorYuzhong, '/desk'],
      [accounts.xiuzhen, '/studio'],
    ] as const) {
      const page = await visitAs(phoneNumber)
      for (const [prefix, { words }] of [
        ['', said.zh],
        ['/en', said.en],
      ] as const) {
        await page.goto(`${prefix}${path}`)
        await expect(page.getByRole('main').getByText(words)).toBeVisible()
      }
      expect(await findAxeFaults(page)).toEqual([])
    }
  })
})

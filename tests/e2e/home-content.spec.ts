import { accounts } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'
import { takePhoto } from '../fixtures/app-photos'

/** A banner and an occasion: written, looked at beforehand, published, seen by a stranger in both languages, and taken down. */
test('what an administrator puts on the first page is seen by visitors for its time', async ({
  page,
  visit,
  visitAs,
}) => {
  test.slow()
  const admin = await visitAs(accounts.admin)
  await admin.setViewportSize(desktop)
  const title = `花绳专场 ${Date.now() % 100_000}`
  const english = `Cords ${Date.now() % 100_000}`
  const save = admin.getByRole('button', { name: '存一版' })

  await test.step('a banner is written; what is wrong is said beside its field and what was typed stays', async () => {
    await admin.goto('/admin')
    await admin.getByRole('link', { name: '首页内容' }).click()
    expect(await findAxeFaults(admin)).toEqual([])
    await admin.getByRole('link', { name: '加一条横幅' }).click()
    await admin.getByLabel('标题（中文）').fill(title)
    await admin.getByLabel('标题（英文）').fill(english)
    await admin.getByLabel('一句话（中文）').fill('一根绳，编到年根儿。')
    await admin.getByLabel('一句话（英文）').fill('One cord, until the year is out.')
    await admin.getByLabel('点开去哪里').fill('https://example.org/')
    await admin.getByLabel('从', { exact: true }).fill('2026-01-01T00:00')
    await admin.getByLabel('到', { exact: true }).fill('2099-01-01T00:00')
    await admin.getByLabel('第几个').fill('0')
    await admin.getByLabel('图片').setInputFiles(await takePhoto('cord.jpg', { seed: 31 }))
    await save.click()
    await expect(admin.getByText('只能去店里给客人看的页面').first()).toBeVisible()
    await expect(admin.getByLabel('标题（中文）')).toHaveValue(title)
    await admin.getByLabel('点开去哪里').fill('/crafts/knots')
    await admin.getByLabel('图片').setInputFiles(await takePhoto('cord.jpg', { seed: 31 }))
    await save.click()
    await expect(admin.getByRole('status')).toContainText('存好了，客人还看不到')
  })

  await test.step('seen beforehand, and by nobody else', async () => {
    await admin.getByRole('link', { name: '先看样子' }).click()
    await expect(admin.getByRole('heading', { name: title })).toBeVisible()
    for (const size of [phone, desktop]) {
      await admin.setViewportSize(size)
      await noSidewaysScroll(admin)
    }
    expect(await findAxeFaults(admin)).toEqual([])
    await page.goto('/')
    await expect(page.getByRole('heading', { name: title })).toHaveCount(0)
    await admin.goBack()
  })

  await test.step('published: a stranger sees it, and it leads into the shop', async () => {
    await admin.getByRole('button', { name: '放上首页' }).click()
    await expect(admin.getByRole('status')).toContainText('放上去了')
    await expect(async () => {
      await page.goto('/')
      await expect(page.getByRole('heading', { name: title })).toBeVisible({ timeout: 1_000 })
    }).toPass()
    await page.setViewportSize(phone)
    await noSidewaysScroll(page)
    await page.locator('section', { hasText: title }).getByRole('link', { name: '去看看' }).click()
    await expect(page).toHaveURL(/\/crafts\/knots$/)
    await page.goto('/en')
    await expect(page.getByRole('heading', { name: english })).toBeVisible()
  })

  await test.step('somebody who has an older version before her is told', async () => {
    const beside = await visit({ storageState: await admin.context().storageState() })
    await beside.goto(admin.url())
    await admin.setViewportSize(phone)
    await noSidewaysScroll(admin)
    await admin.getByLabel('第几个').fill('1')
    await save.click()
    await expect(admin.getByRole('status')).toContainText('存好了')
    expect(await findAxeFaults(admin)).toEqual([])
    await beside.getByRole('button', { name: '拿下来' }).click()
    await expect(beside.getByRole('alert')).toContainText('又存了一版')
  })

  await test.step('taken down, it is gone', async () => {
    await admin.getByRole('button', { name: '拿下来' }).click()
    await expect(admin.getByRole('status')).toContainText('拿下来了')
    await expect(async () => {
      await page.goto('/')
      await expect(page.getByRole('heading', { name: title })).toHaveCount(0, { timeout: 1_000 })
    }).toPass()
  })
})

/** What the first page promises, and where it leads companies: each line goes to where it is told in full. */
test('the first page says what a buyer can rely on, and how companies order', async ({ visit }) => {
  const page = await visit({ viewport: phone })
  for (const [path, label, lines] of [
    [
      '/',
      '买得放心',
      [
        [/^7 天内可以退/, '退换'],
        [/^妇联看过才挂/, '一件东西怎么到这里'],
        [/^谁做的都写着/, '查订单和来历'],
        [/^钱去了哪里/, '钱去了哪里'],
      ],
    ],
    [
      '/en',
      'What you can rely on',
      [
        [/^7 days to return/, 'Returns'],
        [/^Reviewed before sale/, 'How a piece gets here'],
        [/^It says who made it/, 'Finding an order, verifying a piece'],
        [/^Where the money goes/, 'Where the money goes'],
      ],
    ],
  ] as const) {
    for (const [name, heading] of lines) {
      await page.goto(path)
      const promise = page.getByRole('navigation', { name: label }).getByRole('link', { name })
      await noSidewaysScroll(page)
      await promise.click()
      await expect(page.getByRole('heading', { name: heading, exact: true }).first()).toBeInViewport()
    }
  }
  expect(await findAxeFaults(page)).toEqual([])
  for (const [path, entry, heading] of [
    ['/', /^公司送礼/, '公司送礼'],
    ['/en', /^Company gifts/, 'Company gifts'],
  ] as const) {
    await page.goto(path)
    await page.getByRole('link', { name: entry }).click()
    await expect(page.getByRole('heading', { name: heading, exact: true })).toBeInViewport()
  }
})

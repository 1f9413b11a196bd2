import { accounts, readShownCode, signInAs } from '../fixtures/accounts'
import { expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

/** The documents, a notice of copying from the page of a piece to its answer, signing in by a link, closing an account. */

const piece = { maker: accounts.xiuzhen }
const newcomer = '13900003341'

test('the documents say which version holds, and the older ones stay', async ({ page }) => {
  await page.setViewportSize(phone)
  await page.goto('/')
  await page.getByRole('contentinfo').getByRole('link', { name: '隐私政策' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '隐私政策' })).toBeVisible()
  await expect(page.getByText(/^第 2 版，2026 年 6 月 1 日起生效/)).toBeVisible()
  await noSidewaysScroll(page)
  expect(await findAxeFaults(page)).toEqual([])
  await page.getByRole('link', { name: /^第 1 版/ }).click()
  await expect(page.getByText(/^这是旧的第 1 版/)).toBeVisible()
  for (const path of ['/en/terms', '/en/privacy', '/en/rules', '/rules?version=99', '/rules?version=x']) {
    const response = await page.goto(path)
    expect(response?.status()).toBe(path.includes('99') ? 404 : 200)
  }
})

test('whoever looks for the shop finds a number and an address, and its licence at the foot', async ({
  page,
}) => {
  await page.setViewportSize(phone)
  for (const path of ['/', '/help', '/about', '/orders', '/terms']) {
    await page.goto(path)
    const foot = page.getByRole('contentinfo')
    await expect(foot.getByRole('link', { name: '0931-0000000' })).toHaveAttribute('href', 'tel:09310000000')
    await expect(foot.getByRole('link', { name: 'help@example.com' })).toBeVisible()
    await expect(foot).toContainText('执照号')
  }
  for (const path of ['/help', '/about', '/en/help', '/en/about']) {
    await page.goto(path)
    await expect(page.getByRole('main').getByRole('link', { name: '0931-0000000' })).toBeVisible()
    await noSidewaysScroll(page)
  }
  await page.goto('/')
  const told = await page.locator('script[type="application/ld+json"]').allTextContents()
  expect(told.join()).toContain('"telephone":"0931-0000000"')
})

test('an administrator changes what stands at the foot, and publishes no version in a hurry', async ({
  page,
  visitAs,
}) => {
  const admin = await visitAs(accounts.admin)
  await admin.goto('/admin/settings')
  await admin.getByLabel('ICP 备案号').fill('陇ICP备00000001号（示例）')
  await admin.locator('#licencesNote').fill('换了号')
  await admin
    .locator('form', { hasText: 'ICP 备案号' })
    .getByRole('button', { name: '改', exact: true })
    .click()
  await expect(admin.getByRole('status')).toContainText('改好了')
  expect(await findAxeFaults(admin)).toEqual([])
  await expect(async () => {
    await page.goto('/about')
    await expect(page.getByRole('link', { name: '陇ICP备00000001号（示例）' })).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 15_000 })
  await admin.goto('/admin/documents?kind=rules')
  await admin.getByLabel('从哪天起生效').evaluate((field) => field.removeAttribute('min'))
  await admin.getByLabel('从哪天起生效').fill('2026-06-01')
  await admin.getByRole('button', { name: '公布' }).click()
  await expect(admin.getByText(/公布以后要满 7 天才能生效/).first()).toBeVisible()
  await expect(admin.getByLabel('正文（中文）')).toHaveValue(/谁能卖/)
})

test('a notice of copying is followed, answered by the seller and closed at the desk', async ({
  visit,
  visitAs,
}) => {
  test.setTimeout(120_000)
  const reporter = await visit({ javaScriptEnabled: false, viewport: phone })
  await reporter.goto('/products/long-glass-string-agate-red')
  await reporter.locator('main').getByRole('link', { name: '举报或投诉' }).click()
  await reporter.getByLabel('抄了我的图样').check()
  await reporter.getByLabel('怎么回事').fill('这条长串是照我 2019 年的稿子做的。')
  await reporter.getByLabel('怎么找您').fill('canary-reporter@example.org')
  await reporter.getByRole('button', { name: '交上去' }).click()
  await expect(reporter.locator('#declares-error, .field-error').first()).toBeVisible()
  await reporter.getByLabel('权利人的名字').fill('林画师（示例）')
  await reporter.getByLabel('您的原作').fill('2019 年的稿子。')
  await reporter.getByLabel('我说的都是真的').check()
  await reporter.getByRole('button', { name: '交上去' }).click()
  await expect(reporter.getByRole('status')).toContainText('收到了')
  await noSidewaysScroll(reporter)
  const number =
    /\d{4}-\d{6}/.exec((await reporter.getByRole('heading', { level: 1 }).textContent()) ?? '')?.[0] ?? ''
  const followed = new URL(reporter.url()).pathname

  const maker = await visitAs(piece.maker)
  await maker.goto('/studio')
  await maker.getByRole('link', { name: /^有人说图样被抄/ }).click()
  await expect(maker.getByText('canary-reporter')).toHaveCount(0)
  const told = maker.locator('section', { hasText: number })
  await told.getByLabel('卖家的答复').fill('老样子，奶奶传下来的。')
  await told.getByRole('button', { name: '答复' }).click()
  await expect(maker.getByRole('status')).toContainText('答好了')
  expect(await findAxeFaults(maker)).toEqual([])

  const coordinator = await visitAs(accounts.coordinatorYongdeng)
  await coordinator.goto('/desk/reports')
  await noSidewaysScroll(coordinator)
  await coordinator.getByRole('row', { name: number }).getByRole('link').click()
  await expect(coordinator.getByText('老样子，奶奶传下来的。')).toBeVisible()
  await expect(coordinator.getByText('canary-reporter')).toHaveCount(0)
  expect(await findAxeFaults(coordinator)).toEqual([])
  await coordinator.getByRole('button', { name: '看联系方式' }).click()
  await expect(coordinator.getByText('canary-reporter@example.org')).toBeVisible()
  const closing = coordinator.locator('form', { has: coordinator.getByLabel('依据') })
  await closing.getByLabel('结果').selectOption('dismissed')
  await closing.getByLabel('写给两边的决定').fill('查过了，底稿早于您的。')
  await closing.getByLabel('依据').fill('看了底稿。')
  await closing.getByRole('button', { name: '结案' }).click()
  await expect(coordinator.getByText('看了底稿。')).toBeVisible()

  await reporter.goto(followed)
  await expect(reporter.getByText('查过了，底稿早于您的。')).toBeVisible()
  const withScripts = await visit({ viewport: phone })
  await withScripts.goto(followed)
  expect(await findAxeFaults(withScripts)).toEqual([])
  const elsewhere = await visitAs(accounts.coordinatorYuzhong)
  await elsewhere.goto('/desk/reports')
  await expect(elsewhere.getByText(number)).toHaveCount(0)
})

test('a link signs in by its button, elsewhere only after saying so, and once', async ({ page, visit }) => {
  await page.setViewportSize(phone)
  await page.goto('/en/sign-in')
  await page.getByLabel('E-mail address').fill('guest-abroad@example.org')
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Look into your mail' })).toBeVisible()
  const link =
    (await page.getByRole('link', { name: 'Demo: open the link of the letter' }).getAttribute('href')) ?? ''
  const other = await visit({ javaScriptEnabled: false })
  await other.goto(link)
  await expect(other.getByText('This link was asked for in another browser.')).toBeVisible()
  await other.goto('/en/account')
  await expect(other).toHaveURL(/sign-in/)
  await page.goto(link)
  await noSidewaysScroll(page)
  expect(await findAxeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).not.toHaveURL(/sign-in/)
  await page.goto('/en/account')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await other.goto(link)
  await expect(other.getByText('This link no longer works')).toBeVisible()
})

test('an account is closed with a code, and the number signs up anew', async ({ page }) => {
  test.setTimeout(90_000)
  await page.setViewportSize(phone)
  await signInAs(page, newcomer, '/account')
  await page.getByRole('link', { name: '看看怎么注销' }).click()
  await noSidewaysScroll(page)
  expect(await findAxeFaults(page)).toEqual([])
  await expect(async () => {
    await page.getByRole('button', { name: '发码给我' }).click()
    await expect(page.getByText(/^演示：码是/)).toBeVisible({ timeout: 2_000 })
  }).toPass({ intervals: [1_000], timeout: 30_000 })
  const code = await readShownCode(page)
  await page.getByLabel('短信里的六位数字').fill(code)
  await page.getByLabel('我看过上面的，要注销').check()
  await page.getByRole('button', { name: '我知道找不回来，注销' }).click()
  await expect(page).toHaveURL(/\/sign-in\?closed=yes$/)
  await page.goto('/account')
  await expect(page).toHaveURL(/\/sign-in/)
  await signInAs(page, newcomer, '/account')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

import { accounts } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

/** Whoever opens a household is written down; her county and the city can read it, the county beside it cannot. */
test('the record of access', async ({ visitAs }) => {
  const yuzhong = await visitAs(accounts.coordinatorYuzhong)
  await yuzhong.goto('/desk/households')
  const code = (await yuzhong.locator('main th a').first().textContent()) ?? ''
  const city = await visitAs(accounts.coordinatorCity)
  await city.setViewportSize(desktop)
  await city.goto(`/desk/households?q=${encodeURIComponent(code)}`)
  await city.getByRole('link', { name: code, exact: true }).click()
  await expect(city.getByRole('heading', { level: 1, name: `户 ${code}` })).toBeVisible()

  await test.step('the history of one household', async () => {
    await city.getByRole('link', { name: '这一户的查阅记录' }).click()
    await expect(city.getByRole('heading', { level: 1, name: '查阅记录' })).toBeVisible()
    const newest = city.getByRole('row').nth(1)
    await expect(newest).toContainText('康联络员')
    await expect(newest).toContainText('打开了一户的页面')
    await expect(newest).toContainText(code)
  })

  await test.step('search by person, act and place', async () => {
    await city.goto('/desk/audit')
    await city.getByLabel('谁').fill('康联络员')
    await city.getByLabel('办的什么').selectOption({ label: '户与成员' })
    await city.getByRole('button', { name: '找', exact: true }).click()
    await expect(city.getByRole('row').nth(1)).toContainText('康联络员')
    expect(await findAxeFaults(city)).toEqual([])
    await city.getByLabel('谁').fill('没有这个人')
    await city.getByRole('button', { name: '找', exact: true }).click()
    await expect(city.getByText('没有这样的记录')).toBeVisible()
  })

  await test.step('within walls, in both languages, on a phone', async () => {
    const yongdeng = await visitAs(accounts.coordinatorYongdeng)
    for (const [page, sees] of [
      [yuzhong, true],
      [yongdeng, false],
    ] as const) {
      await page.setViewportSize(phone)
      await page.goto(`/en/desk/audit?who=${encodeURIComponent('康联络员')}`)
      await expect(page.getByRole('heading', { level: 1, name: 'Record of access' })).toBeVisible()
      const entry = page.getByRole('link', { name: code, exact: true })
      if (sees) await expect(entry.first()).toBeVisible()
      else await expect(entry).toHaveCount(0)
      await noSidewaysScroll(page)
    }
  })
})

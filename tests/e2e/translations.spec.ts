import { accounts } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

/** A text is taken from the queue and typed by one person, read by another, and stands below /en. */
test('a text is put into English by two people', async ({ page, visitAs }) => {
  test.slow()
  const story = 'Dyed twice in the same vat, so that the folds stay pale and the rest turns deep.'
  const typist = await visitAs(accounts.coordinatorYongdeng)
  await typist.setViewportSize(phone)
  let title = ''

  await test.step('the queue is filtered from the keyboard, on a phone', async () => {
    await typist.goto('/admin/translations')
    expect(await findAxeFaults(typist)).toEqual([])
    await noSidewaysScroll(typist)
    await typist.getByLabel('哪一样手艺').focus()
    await typist.getByLabel('哪一样手艺').selectOption({ label: '扎染' })
    await typist.getByLabel('哪一类').selectOption('missing')
    await typist.getByRole('button', { name: '筛一下' }).press('Enter')
    await expect(typist).toHaveURL(/craft=tie-dye/)
    const first = typist.getByRole('rowheader').first().getByRole('link')
    title = (await first.textContent()) ?? ''
    await first.press('Enter')
    await expect(typist.getByRole('heading', { level: 1, name: title })).toBeVisible()
  })
  const address = typist.url()

  await test.step('taken, a colleague cannot type over her', async () => {
    await typist.getByRole('button', { name: '我来做' }).click()
    await expect(typist.getByText('您在做这一篇')).toBeVisible()
    expect(await findAxeFaults(typist)).toEqual([])
    const other = await visitAs(accounts.admin)
    await other.goto(address)
    await expect(other.getByText('在做这一篇，等她放开')).toBeVisible()
  })

  await test.step('typed beside the Chinese, with the words that the shop uses', async () => {
    await expect(typist.getByRole('heading', { name: '店里这样叫' })).toBeVisible()
    await noSidewaysScroll(typist)
    await typist.getByLabel('英文：名称').fill('Twice-dyed cloth')
    await typist.getByLabel('英文：来历').fill(story)
    await typist.getByLabel('英文：用料').fill('Cotton and indigo')
    await typist.getByRole('button', { name: '打好了，交人看' }).click()
    await expect(typist.getByRole('status')).toContainText('等另一个人看')
    await typist.goto(address)
    await expect(typist.getByText('您打好了，等别人看')).toBeVisible()
    await expect(typist.getByRole('button', { name: '放到英文页' })).toHaveCount(0)
  })

  await test.step('another reads it, and the English page changes', async () => {
    const reader = await visitAs(accounts.admin)
    await reader.setViewportSize(desktop)
    await reader.goto(address)
    const shop = await reader.getByRole('link', { name: '在店里看' }).getAttribute('href')
    await page.goto(`/en${shop}`)
    await expect(page.getByText(story)).toHaveCount(0)
    expect(await findAxeFaults(reader)).toEqual([])
    await reader.getByRole('button', { name: '放到英文页' }).click()
    await expect(reader.getByRole('status')).toContainText('英文页已经换了')
    await expect(async () => {
      await page.goto(`/en${shop}`)
      await expect(page.getByText(story)).toBeVisible({ timeout: 1_000 })
    }).toPass()
    await expect(page.getByRole('heading', { level: 1, name: 'Twice-dyed cloth' })).toBeVisible()
  })
})

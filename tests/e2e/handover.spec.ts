import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { accounts, readShownCode, signInAs } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

const heirPhone = '13900003371'
const successorPhone = '13900003372'

/** Presses for a code until the minute since the one for signing in is over. */
async function askForCode(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByRole('button', { name: '发码给我' }).click()
    await expect(page.getByRole('status')).toContainText('码是', { timeout: 2_000 })
  }).toPass({ timeout: 90_000, intervals: [10_000] })
  await page.getByLabel('短信里的六位数字').fill(await readShownCode(page))
}

/** A base is proposed for another hand; its owner agrees with her own phone, the other one does not: nothing has changed. */
test('a base is offered to somebody else, who may say no', async ({ visit, visitAs }) => {
  test.setTimeout(240_000)
  const desk = await visitAs(accounts.coordinatorCity)
  await desk.setViewportSize(desktop)

  await test.step('proposed by the desk, with mistakes on the way', async () => {
    await desk.goto(`/desk/sellers?q=${encodeURIComponent('陇上')}`)
    await desk.getByRole('link', { name: /陇上/ }).first().click()
    await desk.getByText('发起交接', { exact: true }).first().click()
    const form = desk.locator('form', { has: desk.getByLabel('新店主的姓名') })
    await form.getByLabel('新店主的手机号').fill('1390000')
    await form.getByLabel('您看过什么').fill('新店主的任命书')
    await form.getByRole('button', { name: '发起交接' }).click()
    await expect(form.getByLabel('您看过什么')).toHaveValue('新店主的任命书')
    await expect(form.locator('.field-error')).toHaveCount(2)
    expect(await findAxeFaults(desk)).toEqual([])
    await form.getByLabel('新店主的姓名').fill('接手人（示例）')
    await form.getByLabel('新店主的手机号').fill(heirPhone)
    await form.getByRole('button', { name: '发起交接' }).click()
    await expect(desk.getByRole('status')).toContainText('发起了')
    await expect(desk.getByText('接手人（示例）：还没点头')).toBeVisible()
  })

  await test.step('agreed to by its owner, with the code of her own phone', async () => {
    const owner = await visit({ viewport: phone })
    await signInAs(owner, accounts.base, '/account/handovers')
    await expect(owner.getByRole('heading', { level: 2 })).toContainText('接手人（示例）')
    await noSidewaysScroll(owner)
    expect(await findAxeFaults(owner)).toEqual([])
    await owner.getByRole('button', { name: '点头' }).click()
    await expect(owner.locator('.field-error')).not.toHaveCount(0)
    await askForCode(owner)
    await owner.getByLabel('我看过了，愿意交出去').check()
    await owner.getByRole('button', { name: '点头' }).click()
    await expect(owner.getByRole('status')).toContainText('您点头了')
  })

  await test.step('declined by the other: it stays whose it was', async () => {
    const heir = await visit({ viewport: phone })
    await signInAs(heir, heirPhone, '/account/handovers')
    await expect(heir.getByText(/接手「.*」，从/)).toBeVisible()
    await heir.getByRole('button', { name: '不同意' }).click()
    await expect(heir.getByRole('status')).toContainText('什么也没变')
    await desk.reload()
    await expect(desk.getByText('接手人（示例）：还没点头')).toHaveCount(0)
    await expect(desk.getByText('发起交接', { exact: true }).first()).toBeVisible()
  })
})

/** Nobody reaches its owner: the county shows a paper, the city approves, whoever takes it over reads what does not go along; the city gives it up again, and nothing has changed. */
test('a workshop whose owner nobody reaches is proposed by its county and approved by the city', async ({
  visit,
  visitAs,
}) => {
  test.setTimeout(240_000)
  const paper = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#888' } })
    .png()
    .toBuffer()
  const county = await visitAs(accounts.coordinatorYuzhong)
  await county.setViewportSize(desktop)

  await test.step('proposed with a paper, with mistakes on the way', async () => {
    await county.goto(`/desk/sellers?q=${encodeURIComponent('双合')}`)
    await county.getByRole('link', { name: /双合/ }).first().click()
    await county.getByRole('link', { name: '店主点不了头？' }).click()
    expect(await findAxeFaults(county)).toEqual([])
    await county.getByLabel('为什么点不了头').selectOption({ label: '找不到人' })
    await county.getByLabel('新店主的姓名').fill('接班人（示例）')
    await county.getByLabel('您看过什么').fill('村委会的说明')
    await county.getByRole('button', { name: '交给市里批' }).click()
    await expect(county.locator('.field-error')).toHaveCount(2)
    await expect(county.getByLabel('您看过什么')).toHaveValue('村委会的说明')
    await county.getByLabel('新店主的手机号').fill(successorPhone)
    await county
      .getByLabel('证明', { exact: true })
      .setInputFiles({ name: 'paper.png', mimeType: 'image/png', buffer: paper })
    await county.getByRole('button', { name: '交给市里批' }).click()
    await expect(county.getByRole('status')).toContainText('等市里批')
    await expect(county.getByRole('button', { name: '批准' })).toHaveCount(0)
  })

  await test.step('approved by the city, from its list of what waits', async () => {
    const city = await visitAs(accounts.coordinatorCity)
    await city.setViewportSize(desktop)
    await city.goto('/desk')
    const row = city.getByRole('row').filter({ hasText: '店主点不了头的交接' })
    await row.getByRole('link').last().click()
    const opened = city.waitForResponse(/\/desk\/handovers\/[^/]+\/paper$/)
    await city.getByRole('link', { name: '打开证明' }).click()
    expect((await opened).headers()['content-type']).toBe('image/png')
    await city.goBack()
    await city.getByRole('button', { name: '批准' }).click()
    await expect(city.locator('.field-error')).toHaveText(/先看证明/)
    await city.getByLabel('我看过证明').check()
    await city.getByRole('button', { name: '批准' }).click()
    await expect(city.getByRole('status')).toContainText('批了')
    expect(await findAxeFaults(city)).toEqual([])
  })

  await test.step('read by whoever is to take it over: what was earned does not go along', async () => {
    const heir = await visit({ viewport: phone })
    await signInAs(heir, successorPhone, '/account/handovers')
    await expect(heir.getByText('以前结下的钱留给原店主').first()).toBeVisible()
    await noSidewaysScroll(heir)
  })

  await test.step('given up by the county: it stays whose it was', async () => {
    await county.reload()
    await county.getByRole('button', { name: '取消交接' }).click()
    await expect(county.getByRole('status')).toContainText('什么也没变')
    await expect(county.getByRole('button', { name: '交给市里批' })).toBeVisible()
  })
})

import type { Page } from '@playwright/test'
import { accounts, readShownCode, signInAs } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

const heirPhone = '13900003371'

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

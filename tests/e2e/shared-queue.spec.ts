import type { Page } from '@playwright/test'
import { accounts } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'
import * as listing from '../fixtures/journey-listing'

/** Two coordinators of one county read one queue, and no piece twice. */

const rowOf = (desk: Page, title: string) => desk.getByRole('row', { name: title })

async function fits(desk: Page): Promise<void> {
  for (const size of [phone, { width: 768, height: 900 }, desktop]) {
    await desk.setViewportSize(size)
    await noSidewaysScroll(desk)
  }
  expect(await findAxeFaults(desk)).toEqual([])
}

test('one queue, two coordinators', async ({ visitAs }) => {
  const title = `同看一件的挂结 ${Date.now() % 100_000}`
  const guilan = await visitAs(accounts.guilan)
  await guilan.goto('/studio')
  await listing.beginPiece(guilan)
  await listing.takePhotos(guilan)
  await listing.sayAboutIt(guilan, title)
  await listing.setPrice(guilan)
  await listing.handIn(guilan, title)

  const chen = await visitAs(accounts.coordinatorYuzhong)
  const li = await visitAs(accounts.coordinatorYuzhongSecond)
  await li.goto('/desk/listings')
  await expect(rowOf(li, title).getByRole('button', { name: `审 ${title}` })).toBeVisible()

  await test.step('she presses 审 and is on it; her colleague sees who and for how long', async () => {
    await chen.goto('/desk/listings')
    await rowOf(chen, title)
      .getByRole('button', { name: `审 ${title}` })
      .click()
    await expect(chen.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(chen.getByText(/^您在看，还有 \d+ 分钟$/)).toBeVisible()
    await expect(chen.getByRole('button', { name: '通过，上架' })).toBeVisible()
    await fits(chen)
    await rowOf(li, title)
      .getByRole('button', { name: `审 ${title}` })
      .click()
    await expect(li.getByRole('alert')).toContainText(/陈联络员（示例）正在看这一件，还有 \d+ 分钟。/)
    await li.goto('/desk/listings')
    await expect(rowOf(li, title)).toContainText(/陈联络员（示例）在看，还有 \d+ 分钟/)
    await expect(rowOf(li, title).getByRole('button')).toHaveCount(0)
    await fits(li)
    await rowOf(li, title).getByRole('link', { name: title, exact: true }).click()
    await expect(li.getByText(/陈联络员（示例）在看/)).toBeVisible()
    await expect(li.getByRole('button', { name: '通过，上架' })).toHaveCount(0)
    await expect(li.getByRole('button', { name: '我来看' })).toHaveCount(0)
  })

  await test.step('she gives it to her colleague, who finds it among her own and decides', async () => {
    await chen.getByLabel('派给同事').selectOption({ label: '李联络员（示例）' })
    await chen.getByRole('button', { name: '派给她' }).click()
    await expect(chen.getByText('李联络员（示例）在看，还有 24 小时')).toBeVisible()
    await expect(chen.getByRole('button', { name: '通过，上架' })).toHaveCount(0)
    await li.goto('/desk/listings')
    await li.getByLabel('谁在看').selectOption({ label: '我的' })
    await li.getByRole('button', { name: '筛选' }).click()
    await expect(li).toHaveURL(/whose=mine/)
    await expect(rowOf(li, title)).toContainText('您在看，还有 24 小时 · 陈联络员（示例）派的')
    await chen.goto('/desk/listings?whose=nobody')
    await expect(rowOf(chen, title)).toHaveCount(0)
    await rowOf(li, title)
      .getByRole('button', { name: `审 ${title}` })
      .click()
    await li.getByRole('button', { name: '通过，上架' }).click()
    await expect(li.getByText('通过了，已经上架。')).toBeVisible()
    await chen.goto('/desk/listings')
    await expect(rowOf(chen, title)).toHaveCount(0)
  })
})

import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { accounts } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

/** A county's sales of a month, down to its rows and out as a file; the county beside it sees nothing of them. */

/** ¥1,234.50 or 1,234.50 in fen. */
const fenOf = (text: string | null) => Math.round(Number((text ?? '').replace(/[^\d.]/g, '')) * 100)

/** The cells of one column, added up. */
async function sumColumn(page: Page, column: string): Promise<number> {
  const heads = await page.locator('main thead th').allTextContents()
  const at = heads.indexOf(column) + 1
  const cells = await page.locator(`main tbody tr > :nth-child(${at})`).allTextContents()
  return cells.reduce((sum, cell) => sum + fenOf(cell), 0)
}

/** The same over every page of rows. */
async function sumAllRows(page: Page, column: string): Promise<number> {
  let sum = await sumColumn(page, column)
  const more = page.getByRole('link', { name: '下一页' })
  while ((await more.count()) > 0) {
    const before = page.url()
    await more.click()
    await expect(page).not.toHaveURL(before)
    sum += await sumColumn(page, column)
  }
  return sum
}

const figure = (page: Page, label: string) =>
  page
    .locator('.figure')
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator('.figure-value')

test('a month of a county, to its rows and out of the house', async ({ visitAs }) => {
  const county = await visitAs(accounts.coordinatorYuzhong)
  await county.setViewportSize(desktop)
  let month = ''
  let goods = 0

  await test.step('the month that is over stands beside those before it', async () => {
    await county.goto('/desk')
    await county.getByRole('link', { name: '销售', exact: true }).click()
    await expect(county.getByRole('heading', { level: 1 })).toHaveText('榆中县的销售')
    await expect(county.getByText('还没过完，数字会变')).toBeVisible()
    const months = county.getByRole('region', { name: '十三个月的货款', exact: true }).getByRole('row')
    await months.nth(3).getByRole('link').first().click()
    await expect(county).toHaveURL(/month=\d{4}-\d\d/)
    month = new URL(county.url()).searchParams.get('month') ?? ''
    goods = fenOf(await figure(county, '货款').textContent())
    expect(goods).toBeGreaterThan(0)
    await expect(county.getByRole('img', { name: '十三个月的货款' })).toBeVisible()
    expect(await findAxeFaults(county)).toEqual([])
  })

  await test.step('its towns, makers and ways of paying add up to it', async () => {
    for (const name of ['按地方', '按手艺', '按商户', '按基地', '按渠道', '按付款方式']) {
      const table = county.getByRole('region', { name, exact: true })
      const cells = await table.locator('tbody td:nth-child(4)').allTextContents()
      expect(
        cells.reduce((sum, cell) => sum + fenOf(cell), 0),
        name,
      ).toBe(goods)
    }
  })

  await test.step('a figure opens into rows that add up to it, a town into its villages', async () => {
    await figure(county, '货款').getByRole('link').click()
    await expect(county.getByRole('heading', { level: 1 })).toContainText('每一笔')
    expect(await sumAllRows(county, '货款（元）')).toBe(goods)
    expect(await findAxeFaults(county)).toEqual([])
    await county.goto(`/desk/sales?month=${month}`)
    const places = county.getByRole('region', { name: '按地方', exact: true })
    const first = places.locator('tbody tr').first()
    const ofTown = fenOf(await first.locator('td').nth(2).textContent())
    await first.getByRole('link').first().click()
    await expect(county.getByRole('link', { name: '回上一级' })).toBeVisible()
    await expect(figure(county, '货款')).toBeVisible()
    expect(fenOf(await figure(county, '货款').textContent())).toBe(ofTown)
    await places.locator('tbody tr').first().locator('td').nth(2).getByRole('link').click()
    await expect(county.getByRole('heading', { level: 1 })).toContainText('每一笔')
    expect(await sumAllRows(county, '货款（元）')).toBeGreaterThan(0)
  })

  let part = ''
  await test.step('a row opens its part of the order, without the buyer', async () => {
    await county.locator('main tbody').getByRole('link').first().click()
    await expect(county.getByRole('heading', { level: 1 })).toContainText('里的这一份')
    await expect(county.getByText('买的人是谁，这里不显示')).toBeVisible()
    part = new URL(county.url()).pathname
    await county.setViewportSize(phone)
    await noSidewaysScroll(county)
    expect(await findAxeFaults(county)).toEqual([])
  })

  await test.step('on a phone, by a filter of the address, without a mouse', async () => {
    await county.goto(`/desk/sales?month=${month}`)
    await noSidewaysScroll(county)
    await county.getByRole('combobox', { name: '手艺' }).selectOption({ label: '中国结' })
    await county.getByRole('button', { name: '看', exact: true }).press('Enter')
    await expect(county).toHaveURL(/craft=knots/)
    await expect(county.getByText('付款按人付')).toBeVisible()
    expect(fenOf(await figure(county, '货款').textContent())).toBeLessThanOrEqual(goods)
    expect(await findAxeFaults(county)).toEqual([])
  })

  await test.step('the file says the same', async () => {
    await county.goto(`/desk/sales?month=${month}`)
    const [file] = await Promise.all([
      county.waitForEvent('download'),
      county.getByRole('link', { name: '导出 CSV' }).click(),
    ])
    expect(file.suggestedFilename()).toBe(`sales-620123-${month}.csv`)
    const text = await readFile(await file.path(), 'utf8')
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(text.split('\r\n')[1]?.split(',')[3]).toBe(String(goods / 100))
  })

  await test.step('another county finds none of it', async () => {
    const other = await visitAs(accounts.coordinatorYongdeng)
    for (const address of [
      `/desk/sales?month=${month}&place=620123`,
      `/desk/sales/rows?month=${month}&place=620123`,
      `/desk/sales/file/csv?month=${month}&place=620123`,
      part,
    ])
      expect((await other.request.get(address)).status(), address).toBe(404)
    await other.goto(`/desk/sales?month=${month}&seller=guilan-knots`)
    expect(fenOf(await figure(other, '货款').textContent())).toBe(0)
    await expect(other.getByText('桂兰结艺')).toHaveCount(0)
  })
})

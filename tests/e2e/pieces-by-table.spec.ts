import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { accounts } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'
import { takePhoto } from '../fixtures/app-photos'
import { readWorkbook, workbookOf, zipOf } from '../fixtures/piece-tables'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const titles = ['货号', '名称', '工艺', '价格（元）', '怎么卖', '数量']

async function bytesOf(waiting: Promise<Download>): Promise<Buffer> {
  return readFile(await (await waiting).path())
}

async function sendTable(page: Page, field: string, button: string, name: string, buffer: Buffer) {
  await page.getByLabel(field).setInputFiles({ name, mimeType: xlsx, buffer })
  await page.getByRole('button', { name: button }).click()
}

/** A base fills in the template, mends what is wrong, sends photographs over a line that breaks, makes drafts, and takes all of it back. */
test('pieces come in a table, with their photographs', async ({ visitAs, faults }) => {
  test.setTimeout(180_000)
  const page = await visitAs(accounts.base)
  await page.setViewportSize(desktop)
  const code = `E${Date.now()}`
  const craft = await test.step('the template says how, and offers the words', async () => {
    await page.goto('/studio/products')
    await page.getByRole('link', { name: '用表格上新' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '用表格上新' })).toBeVisible()
    expect(await findAxeFaults(page)).toEqual([])
    const waiting = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载模板' }).click()
    const [head, sample] = await readWorkbook(await bytesOf(waiting))
    expect(head?.slice(0, 3)).toEqual(['货号', '名称', '工艺'])
    return sample?.[2] ?? ''
  })

  await test.step('what is no table is refused', async () => {
    await sendTable(page, '填好的表', '交上来，先试一遍', '照片.xlsx', Buffer.from('GIF89a\0\0'))
    await expect(page.locator('#file-error')).toContainText('这不是表格')
  })

  const faulty = [
    [...titles, '问买家1', '问买家1最多几个字', '问买家1必须答'],
    [`${code}-1`, '蓝染小挂', craft, '六十八', '有现货', '2', '染什么字', '8', '是'],
    [`${code}-2`, '红绳小挂', '修车', '58', '有现货', '3'],
  ]
  await test.step('one with faults says where, and comes back marked', async () => {
    await sendTable(page, '填好的表', '交上来，先试一遍', '上新.xlsx', await workbookOf(faulty))
    await expect(page.getByText('新的 0 件，已经有的 0 件（不动），要改的 2 件。')).toBeVisible()
    await expect(page.getByRole('cell', { name: 'D 列 价格（元）' })).toBeVisible()
    await expect(page.getByRole('cell', { name: '没有「修车」这一样' })).toBeVisible()
    await expect(page.getByRole('button', { name: /^变成草稿/ })).toHaveCount(0)
    await page.setViewportSize(phone)
    await noSidewaysScroll(page)
    expect(await findAxeFaults(page)).toEqual([])
    await page.setViewportSize(desktop)
    const waiting = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载标好的表' }).click()
    const marked = await readWorkbook(await bytesOf(waiting))
    expect(marked[2]?.[0]).toContain('修车')
    const mended = marked.map((cells) =>
      cells.map((cell) => (cell === '六十八' ? '68' : cell === '修车' ? craft : cell)),
    )
    await sendTable(page, '改好的表', '再试一遍', '改好.xlsx', await workbookOf(mended))
    await expect(page.getByText('新的 2 件，已经有的 0 件（不动），要改的 0 件。')).toBeVisible()
  })

  await test.step('photographs go on where the line broke', async () => {
    const [one, two] = [
      await takePhoto('1.jpg', { seed: 31, grain: true }),
      await takePhoto('2.jpg', { seed: 32, grain: true }),
    ]
    const zip = await zipOf({
      [`${code}-1-1.jpg`]: one.buffer,
      [`${code}-1-2.jpg`]: two.buffer,
      [`${code}-2.jpg`]: two.buffer,
      '不知道.jpg': one.buffer,
    })
    expect(zip.length).toBeGreaterThan(600_000)
    const archive = { name: '照片.zip', mimeType: 'application/zip', buffer: zip }
    let pieces = 0
    await page.route('**/archive?*', (route) => {
      pieces += 1
      return pieces > 2 ? route.abort() : route.continue()
    })
    await page.getByLabel('照片的 ZIP').setInputFiles(archive)
    await page.getByRole('button', { name: '交照片' }).click()
    await expect(page.getByText(/^网断了，到了 \d+%。/)).toBeVisible({ timeout: 30_000 })
    await page.unroute('**/archive?*')
    // what the browser said of the broken line
    expect(faults.filter((fault) => !fault.includes('/archive?'))).toEqual([])
    faults.length = 0
    await page.reload()
    await page.getByLabel('照片的 ZIP').setInputFiles(archive)
    // a busy shop does not always answer how far it is: the page asks again
    let looks = 0
    await page.route('**/archive', (route) => {
      looks += 1
      return looks === 1 ? route.fulfill({ status: 503 }) : route.continue()
    })
    await page.getByRole('button', { name: '接着传' }).click()
    await expect(page.getByText('「照片.zip」收好了，能用的照片 4 张。')).toBeVisible({ timeout: 60_000 })
    await page.unroute('**/archive')
    expect(faults.filter((fault) => !fault.includes('/archive'))).toEqual([])
    faults.length = 0
    await expect(page.getByText('不知道是哪一件的照片：不知道.jpg')).toBeVisible()
    const row = page.getByRole('row').filter({ hasText: `${code}-1` })
    await expect(row.getByRole('cell', { name: '2', exact: true }).last()).toBeVisible()
    expect(await findAxeFaults(page)).toEqual([])
  })

  const first = page.url()
  await test.step('they become drafts, with their photos', async () => {
    await page.getByRole('button', { name: '变成草稿（2 件）' }).click()
    await expect(page.getByRole('status')).toContainText('好了，2 件都成了草稿。')
    expect(await findAxeFaults(page)).toEqual([])
    await page.getByRole('link', { name: `${code}-1 蓝染小挂` }).click()
    await expect(page.getByRole('heading', { level: 1, name: '蓝染小挂' })).toBeVisible()
    await expect(page.getByRole('img', { name: /^蓝染小挂/ }).first()).toBeVisible()
  })

  await test.step('the same file is known, and another import is undone', async () => {
    const other = [
      titles,
      [`${code}-2`, '红绳小挂', craft, '58', '有现货', '3'],
      [`${code}-3`, '新的', craft],
    ]
    const bytes = await workbookOf(other)
    await page.goto('/studio/products/import')
    await sendTable(page, '填好的表', '交上来，先试一遍', '又一张.xlsx', bytes)
    await expect(page.getByText('新的 1 件，已经有的 1 件（不动），要改的 0 件。')).toBeVisible()
    await page.getByRole('button', { name: '变成草稿（1 件）' }).click()
    await expect(page.getByRole('status')).toContainText('好了，1 件都成了草稿。')
    await page.goto('/studio/products/import')
    await sendTable(page, '填好的表', '交上来，先试一遍', '又一张.xlsx', bytes)
    await expect(page.locator('#file-error')).toContainText('交过，已经变成 1 件草稿')
    await page.getByRole('link', { name: '又一张.xlsx' }).first().click()
    await page.getByRole('button', { name: '整批撤销' }).click()
    await expect(page.getByRole('status')).toContainText('撤销了')
  })

  await test.step('her pieces go out in the same columns, and the first import is undone too', async () => {
    await page.goto('/studio/products/import')
    const waiting = page.waitForEvent('download')
    await page.getByRole('link', { name: '表格 .xlsx' }).first().click()
    const rows = await readWorkbook(await bytesOf(waiting))
    expect(rows.find((cells) => cells[0] === `${code}-1`)?.[1]).toBe('蓝染小挂')
    const asks = rows[0]?.indexOf('问买家1') ?? -1
    expect(rows.find((cells) => cells[0] === `${code}-1`)?.slice(asks, asks + 4)).toEqual([
      '染什么字',
      '',
      '8',
      '是',
    ])
    expect(rows.some((cells) => cells[0] === `${code}-3`)).toBe(false)
    await page.goto(new URL(first).pathname)
    await page.getByRole('button', { name: '整批撤销' }).click()
    await expect(page.getByRole('status')).toContainText('撤销了')
  })
})

import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import { accounts } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'
import { factsList, faultyList, inventedId, mergedList } from '../fixtures/messy-lists'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A county's list: a wrong file, one with faults that comes back, one that is right, taken whole, found by number, and undone whole. */
test('a county’s list comes into the register and goes out again', async ({ visitAs }) => {
  test.setTimeout(150_000)
  const prefix = `E2E${Date.now()}`
  const village = '百灵观村'
  const desk = await visitAs(accounts.coordinatorYongdeng)
  await desk.setViewportSize(desktop)
  const upload = async (name: string, mimeType: string, buffer: Buffer) => {
    await desk.goto('/desk/households/imports')
    await desk.getByLabel('名册文件').setInputFiles({ name, mimeType, buffer })
    await desk.getByRole('button', { name: '交上来' }).click()
  }

  await test.step('a file that is no list is refused', async () => {
    await upload('名册.csv', 'text/csv', Buffer.from('户编号,姓名\n1,张三\n'))
    await expect(desk.locator('#file-error')).toContainText('这不是 .xlsx 表格')
    expect(await findAxeFaults(desk)).toEqual([])
  })

  await test.step('one with faults comes back with what to change, and is thrown away', async () => {
    const where = {
      prefix: `${prefix}F`,
      serial: 300,
      village,
      elsewhereId: '',
      elsewhereCode: 'SL-620123-001',
    }
    await upload('错的名册.xlsx', xlsx, await faultyList(where))
    await expect(desk.getByRole('heading', { level: 1, name: '错的名册.xlsx' })).toBeVisible()
    await desk.getByRole('button', { name: '试一遍' }).click()
    await expect(desk.getByText('这个户编号在别的地区登记过，请问市里。')).toBeVisible()
    await expect(desk.getByText('C 列是公式，请改成写出来的值。')).toBeVisible()
    await expect(desk.getByRole('button', { name: '导入', exact: true })).toHaveCount(0)
    expect(await findAxeFaults(desk)).toEqual([])
    const waiting = desk.waitForEvent('download')
    await desk.getByRole('link', { name: '下载要改的行' }).click()
    const workbook = new ExcelJS.Workbook()
    const bytes = await readFile(await (await waiting).path())
    await workbook.xlsx.load(new Uint8Array(bytes).buffer)
    expect(workbook.worksheets[0]?.getCell('B2').text).toContain('后几位已经丢了')
    await desk.getByRole('button', { name: '不要了' }).click()
    await expect(desk.getByRole('status')).toContainText('名册丢掉了。')
  })

  await test.step('the right one is tried, looked at on a phone, and taken', async () => {
    const where = { prefix, serial: 320, village: '百灵观村', otherVillage: '五渠村' }
    await upload('好的名册.xlsx', xlsx, await mergedList(where))
    await expect(desk.getByLabel('户编号')).toHaveValue('2')
    await desk.getByRole('button', { name: '试一遍' }).click()
    await expect(desk.getByText('会新登记 2 户、4 人；0 人已经登记，不动。')).toBeVisible()
    await desk.setViewportSize(phone)
    await noSidewaysScroll(desk)
    await desk.getByRole('button', { name: '导入', exact: true }).click()
    await expect(desk.getByRole('status')).toContainText('导入好了：2 户、4 人。')
    await desk.setViewportSize(desktop)
  })

  const imported = desk.url()
  await test.step('its number leads to the household, and to nothing in another county', async () => {
    const search = async (page: typeof desk) => {
      await page.goto('/desk/households')
      await page.getByLabel('户编号、姓名、身份证号或地名').fill(inventedId(321))
      await page.getByRole('button', { name: '找', exact: true }).click()
    }
    await search(desk)
    await expect(desk.getByRole('heading', { level: 1, name: `户 ${prefix}-1` })).toBeVisible()
    await expect(desk.getByText('李秀英').first()).toBeVisible()
    const other = await visitAs(accounts.coordinatorYuzhong)
    await search(other)
    await expect(other.getByRole('status')).toContainText('这个身份证号在别的地区登记过，请问市里。')
    await expect(other.getByText(prefix)).toHaveCount(0)
  })

  await test.step('a fuller list says what kind its households are, how they live and who is responsible', async () => {
    const said = [
      '脱贫户',
      '2019-12-03',
      '永脱贫发 8 号',
      4,
      2,
      '缺乏技术',
      '因病',
      2014,
      2019,
      '梭白露',
      '县农业农村局（示例）',
    ]
    const known = { village: '百灵观村', serial: 330 }
    await upload(
      '基础信息.xlsx',
      xlsx,
      await factsList({ households: [{ ...known, code: `${prefix}-9`, cells: said }] }),
    )
    await expect(desk.getByLabel('主要致贫原因')).toHaveValue('11')
    await expect(desk.getByLabel('责任人的办公电话')).toHaveValue('17')
    await desk.getByRole('button', { name: '试一遍' }).click()
    await expect(desk.getByText('会新登记 1 户、2 人；0 人已经登记，不动。')).toBeVisible()
    await desk.setViewportSize(phone)
    await noSidewaysScroll(desk)
    expect(await findAxeFaults(desk)).toEqual([])
    await desk.setViewportSize(desktop)
    await desk.getByRole('button', { name: '导入', exact: true }).click()
    await expect(desk.getByRole('status')).toContainText('导入好了')
    const taken = new URL(desk.url()).pathname
    await desk.goto(`/desk/households?q=${prefix}-9`)
    await desk.getByRole('link', { name: `${prefix}-9` }).click()
    await expect(desk.locator('#facts')).toContainText('4 人，其中劳动力 2 人')
    await expect(desk.locator('#facts')).toContainText('缺技术')
    await expect(desk.locator('#facts')).toContainText('梭白露 · 县农业农村局(示例)')
    await expect(desk.locator('#statuses')).toContainText('永脱贫发 8 号')
    await desk.goto(taken)
    await desk.getByRole('button', { name: '整份撤销' }).click()
    await expect(desk.getByRole('status')).toContainText('撤销了')
  })

  await test.step('it is undone, and written down', async () => {
    await desk.goto(new URL(imported).pathname)
    await desk.getByRole('button', { name: '整份撤销' }).click()
    await expect(desk.getByRole('status')).toContainText('撤销了')
    await desk.goto(`/desk/households?q=${prefix}`)
    await expect(desk.getByText(`没有找到「${prefix}」`)).toBeVisible()
    await desk.goto('/en/desk/audit?act=households')
    await expect(desk.getByText('undid an import of a household list').first()).toBeVisible()
  })
})

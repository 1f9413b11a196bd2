import Excel from 'exceljs'
import { accounts } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

/** A month goes up from a village to the city, through four levels, is locked there, and is amended from below. */

const village = '兴隆山村'

test('a month from village to city, and its correction', async ({ visitAs }) => {
  const county = await visitAs(accounts.coordinatorYuzhong)
  const press = (name: string) => county.getByRole('button', { name, exact: true }).click()
  const said = (words: string) => expect(county.getByRole('status').first()).toContainText(words)
  let month = ''

  await test.step('the county cannot confirm while those below are silent', async () => {
    await county.goto('/desk/returns')
    // the second row: the newest month that is over
    await county.getByRole('row').nth(2).getByRole('link').click()
    await expect(county.getByRole('heading', { level: 1 })).toContainText('榆中县')
    month = new URL(county.url()).pathname.split('/')[3] ?? ''
    await press('确认并上报')
    await expect(county.getByRole('alert')).toContainText('还在等：')
    await noSidewaysScroll(county)
    expect(await findAxeFaults(county)).toEqual([])
  })

  await test.step('every figure fits a desk, and the place stays beside it on a phone', async () => {
    const table = county.getByRole('region', { name: '月统计' })
    const overflow = () => table.evaluate((box) => box.scrollWidth - box.clientWidth)
    await county.setViewportSize(desktop)
    expect(await overflow()).toBe(0)
    await county.setViewportSize(phone)
    await table.evaluate((box) => box.scrollTo(box.scrollWidth, 0))
    await expect(county.getByRole('link', { name: '城关镇' })).toBeInViewport({ ratio: 1 })
    await county.setViewportSize(desktop)
  })

  const rowOf = (name: string) => county.getByRole('row').filter({ hasText: name })
  await test.step('a village and a town confirm, and the county for those who have nobody', async () => {
    await rowOf('城关镇').getByRole('link', { name: '城关镇' }).click()
    await expect(county.getByRole('heading', { level: 1 })).toContainText('城关镇')
    await rowOf(village).getByRole('link', { name: village }).click()
    await expect(county.getByRole('heading', { level: 1 })).toContainText(village)
    await press('确认并上报')
    await said('确认了，已上报。')
    await county.getByRole('link', { name: '上一级' }).click()
    await expect(rowOf(village)).toContainText('已确认')
    await press('把没报的都确认了')
    await said('下级都确认了')
    await press('确认并上报')
    await said('确认了，已上报。')
    await county.goto(`/desk/returns/${month}/620123`)
    await press('把没报的都确认了')
    await said('下级都确认了')
    await press('确认并上报')
    await said('确认了，已上报。')
    await expect(rowOf('城关镇')).toContainText('已锁定')
  })

  await test.step('paper leaves out what the file leaves out', async () => {
    const cells = rowOf('城关镇').getByRole('cell')
    await expect(cells.nth(1)).toHaveText(/^\d/, { useInnerText: true })
    await county.emulateMedia({ media: 'print' })
    await expect(cells.nth(1)).toHaveText('*', { useInnerText: true })
    await expect(county.getByText('* 涉及不到 5 人')).toBeVisible()
    await expect(county.getByRole('link', { name: '表格（XLSX）' })).toBeHidden()
    await county.emulateMedia({ media: null })
  })

  const city = await visitAs(accounts.coordinatorCity)
  await city.setViewportSize(phone)
  await test.step('the city writes down who did not report, and locks', async () => {
    await city.goto(`/desk/returns/${month}/6201`)
    await noSidewaysScroll(city)
    for (const tick of await city.getByRole('checkbox').all()) await tick.check()
    await city.getByRole('button', { name: '确认并上报' }).click()
    await expect(city.getByRole('status').first()).toContainText('确认了，已上报。')
    await expect(city.getByRole('row').filter({ hasText: '永登县' })).toContainText('未报')
    await expect(city.getByText('本月未报，以上不含')).toBeVisible()
    await city.getByRole('button', { name: '锁定这个月' }).click()
    await expect(city.getByRole('status').first()).toContainText('锁定了')
    await expect(city.getByRole('button', { name: '锁定这个月' })).toHaveCount(0)
    expect(await findAxeFaults(city)).toEqual([])
  })

  await test.step('a correction needs a reason and is seen above', async () => {
    await county.goto(`/desk/returns/${month}/620123`)
    await rowOf('城关镇').getByRole('link', { name: '城关镇' }).click()
    await expect(county.getByRole('heading', { level: 1 })).toContainText('城关镇')
    await county.getByText('更正', { exact: true }).click()
    await county.getByLabel('为什么更正').fill('兴隆山村补报两笔')
    await press('另出一版')
    await said('更正了')
    await expect(county.getByText('第 2 版').first()).toBeVisible()
    await expect(county.getByText('更正原因：兴隆山村补报两笔')).toBeVisible()
    await county.getByRole('link', { name: '看第 1 版的数' }).click()
    await expect(county.getByText('第 2 版改了的，写在原数下面。原因：兴隆山村补报两笔')).toBeVisible()
    expect(await findAxeFaults(county)).toEqual([])
    await county.goto(`/desk/returns/${month}/620123`)
    await expect(rowOf('城关镇')).toContainText('报过以后又改了')
  })

  await test.step('the city brings its own table; a wrong file is refused beside the field', async () => {
    await city.goto('/desk/returns')
    await city.getByRole('link', { name: '上报表样' }).click()
    const send = async (buffer: Buffer) => {
      await city
        .getByLabel('表样（.xlsx）')
        .setInputFiles({ name: '市表.xlsx', mimeType: 'application/octet-stream', buffer })
      await city.getByRole('button', { name: '用这张表' }).click()
    }
    await send(Buffer.from('不是表'))
    await expect(city.locator('#file-error')).toBeVisible()
    const workbook = new Excel.Workbook()
    const sheet = workbook.addWorksheet('月报')
    sheet.getCell('A1').value = '{{行.地区}}'
    sheet.getCell('B1').value = '{{行.成交}}'
    await send(Buffer.from(await workbook.xlsx.writeBuffer()))
    await expect(city.getByRole('status').first()).toContainText('换上了')
    await expect(city.getByText('现在用的：市表.xlsx')).toBeVisible()
    await noSidewaysScroll(city)
    expect(await findAxeFaults(city)).toEqual([])
  })

  await test.step('it is taken away as a table, and opens into its rows', async () => {
    const [file] = await Promise.all([
      county.waitForEvent('download'),
      county.getByRole('link', { name: '表格（CSV）' }).click(),
    ])
    expect(file.suggestedFilename()).toBe(`return-620123-${month}-v1.csv`)
    const sum = county.getByRole('row').last().getByRole('cell')
    const [sales = ''] = /\d+/.exec((await sum.nth(1).textContent()) ?? '') ?? []
    await sum.nth(1).getByRole('link').click()
    await expect(county.getByRole('heading', { level: 1 })).toContainText('每一笔成交')
    await expect(county.getByText(`成交（笔） ${sales}，`)).toBeVisible()
    expect(await findAxeFaults(county)).toEqual([])
  })
})

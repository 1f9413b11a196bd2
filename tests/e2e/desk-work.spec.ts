import type { Page } from '@playwright/test'
import { accounts } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

/** What waits today, and one person at a time on it. */

async function fits(desk: Page): Promise<void> {
  for (const size of [phone, { width: 768, height: 900 }, desktop]) {
    await desk.setViewportSize(size)
    await noSidewaysScroll(desk)
  }
  expect(await findAxeFaults(desk)).toEqual([])
}

test('finance begins at today and takes up a refund beside a colleague', async ({ visitAs }) => {
  const tian = await visitAs(accounts.financeOne)
  const second = await visitAs(accounts.financeTwo)
  await tian.goto('/desk')
  const row = tian.getByRole('row').filter({ hasText: '要从银行转给买家' }).first()
  const number = /\d{4}-\d{6}/.exec((await row.textContent()) ?? '')?.[0] ?? 'none'
  const mine = tian.locator('.work-rows tr').filter({ hasText: number })
  const hers = second.getByRole('row').filter({ hasText: number })
  await fits(tian)

  await row.getByRole('link', { name: `退款 订单 ${number}` }).click()
  await mine.getByRole('button', { name: /^我来看/ }).click()
  await expect(mine).toContainText(/您在看，还有 \d+ 分钟/)
  await fits(tian)

  await second.goto('/desk')
  await expect(hers).toContainText(/田会计（示例）在看/)
  await second.goto('/desk/refunds')
  await expect(hers).toContainText(/田会计（示例）在看/)
  await expect(hers.getByRole('button', { name: /^我来看/ })).toHaveCount(0)
  await second.getByLabel('谁在看').selectOption({ label: '没有人看的' })
  await second.getByRole('button', { name: '筛选' }).click()
  await expect(second).toHaveURL(/whose=nobody/)
  await expect(hers).toHaveCount(0)

  await mine.getByRole('button', { name: /^放开/ }).click()
  await expect(mine.getByRole('button', { name: /^我来看/ })).toBeVisible()
})

test('a household that waits to be verified is one coordinator’s at a time', async ({ visitAs }) => {
  const chen = await visitAs(accounts.coordinatorYuzhong)
  const colleague = await visitAs(accounts.coordinatorYuzhongSecond)
  await chen.goto('/desk/sellers')
  const verified = chen.locator('tbody tr').filter({ hasText: '已核实到户', hasNotText: '桂兰' })
  await verified.last().getByRole('link').first().click()
  await chen.getByText('结束这一条').click()
  await chen.locator('input[name="endReason"]').fill('示例：户号写错了')
  await chen.locator('button[value="end"]').click()
  await expect(chen.getByText('结束了，可以核实新的一条。')).toBeVisible()

  await chen.goto('/desk/sellers?show=open')
  await fits(chen)
  const shop = (await chen.getByRole('rowheader').getByRole('link').first().textContent()) ?? ''
  await chen.getByRole('rowheader').getByRole('link', { name: shop }).click()
  await chen.getByRole('button', { name: '我来看' }).click()
  await expect(chen.getByText(/您在看，还有 \d+ 分钟/)).toBeVisible()
  await fits(chen)

  const hers = colleague.getByRole('row').filter({ hasText: shop })
  await colleague.goto('/desk')
  await expect(hers.filter({ hasText: '待核实' })).toContainText(/陈.*在看/)
  await colleague.goto('/desk/sellers?show=open')
  await expect(hers).toContainText(/陈.*在看/)
  await colleague.getByLabel('谁在看').selectOption({ label: '没有人看的' })
  await colleague.getByRole('button', { name: '筛选' }).click()
  await expect(colleague).toHaveURL(/show=open.*whose=nobody/)
  await expect(hers).toHaveCount(0)

  await chen.getByRole('button', { name: '放开' }).click()
  await expect(chen.getByRole('button', { name: '我来看' })).toBeVisible()
})

/** ¥1,234.50 or -1,234.50 in fen. */
const fenOf = (text: string | null) => Math.round(Number((text ?? '').replace(/[^\d.-]/g, '')) * 100)

/** The last column of every page of rows, added up. */
async function sumRows(page: Page, column: number): Promise<number> {
  let sum = 0
  for (;;) {
    const cells = await page.locator(`main tbody tr > :nth-child(${column})`).allTextContents()
    sum += cells.reduce((all, cell) => all + fenOf(cell), 0)
    const more = page.getByRole('link', { name: '下一页' })
    if ((await more.count()) === 0) return sum
    const before = page.url()
    await more.click()
    await expect(page).not.toHaveURL(before)
  }
}

test('what was paid out and the month before open into rows that add up', async ({ visitAs }) => {
  const county = await visitAs(accounts.coordinatorYuzhong)
  await county.goto('/desk/sales')
  const months = county.getByRole('region', { name: '十三个月的货款', exact: true }).getByRole('row')
  const paid = county.locator('.figure').filter({ has: county.getByText('付到卡上', { exact: true }) })
  let fen = 0
  for (let row = 1; row <= 4 && fen <= 0; row += 1) {
    await county.goto('/desk/sales')
    await months.nth(row).getByRole('link').first().click()
    await expect(county).toHaveURL(/month=\d{4}-\d\d/)
    fen = fenOf(await paid.locator('.figure-value').textContent())
  }
  const month = county.url()
  await fits(county)
  expect(fen).toBeGreaterThan(0)
  await paid.getByRole('link').click()
  await expect(county.getByRole('heading', { level: 1 })).toContainText('每一笔付款')
  await fits(county)
  expect(await sumRows(county, 4)).toBe(fen)

  await county.goto(month)
  const last = county
    .getByRole('region', { name: '按地方', exact: true })
    .locator('tfoot tr > :nth-child(7)')
    .getByRole('link')
  const before = fenOf(await last.textContent())
  expect(before).toBeGreaterThan(0)
  await last.click()
  await expect(county.getByRole('heading', { level: 1 })).toContainText('每一笔')
  expect(await sumRows(county, 5)).toBe(before)

  await county.goto(month.replace('/desk/sales?', '/desk/sales/left-out?'))
  await expect(county.getByRole('heading', { level: 1 })).toContainText('没算进来')
  await fits(county)
})

test('what a household is given stands beside its income and in none of its sums', async ({ visitAs }) => {
  const county = await visitAs(accounts.coordinatorYuzhong)
  const document = `榆民字 ${Date.now() % 1_000_000} 号`
  await county.goto('/desk/incomes')
  const income = county.locator('.figure').filter({ has: county.getByText('收入合计', { exact: true }) })
  const before = await income.locator('.figure-value').textContent()

  await county.goto('/desk/households')
  await county.getByRole('rowheader').getByRole('link').first().click()
  await expect(county.getByRole('heading', { name: '得到的帮扶' })).toBeVisible()
  await county.getByText('录一笔').click()
  await county.getByLabel('种类').selectOption({ label: '走访慰问物资' })
  await county.getByLabel('金额（元）').fill('0')
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
  await county.getByLabel('哪天收到的').fill(`${day.slice(0, 8)}01`)
  await county.getByLabel('凭证号或文号').fill(document)
  await county.getByRole('button', { name: '录下' }).click()
  await expect(county.getByText('请写大于零的金额')).toBeVisible()
  await county.getByLabel('金额（元）').fill('312.50')
  await county.getByRole('button', { name: '录下' }).click()
  await expect(county.getByRole('status')).toContainText('不算进收入')
  const row = county.getByRole('row').filter({ hasText: document })
  await expect(row).toContainText('312.50')
  await fits(county)

  await county.goto('/desk/incomes')
  await expect(income.locator('.figure-value')).toHaveText(before ?? '')
  await expect(county.getByRole('columnheader', { name: '帮扶（元，不算收入）' }).first()).toBeVisible()
  await fits(county)
  await county.getByRole('link', { name: '录帮扶名单' }).click()
  const list = `户编号,种类,金额（元）,日期,凭证号\nH-无此户,补贴,20,${day},${document}\n`
  await county
    .getByLabel('名单（CSV）')
    .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
  await county.getByRole('button', { name: '录进来' }).click()
  await expect(county.getByRole('alert')).toContainText('第 2 行：本地区没有户编号')
  await fits(county)
})

test('a household’s status and what the register says change by a paper, and keep their past', async ({
  visitAs,
}) => {
  const county = await visitAs(accounts.coordinatorYuzhong)
  const paper = `榆农发〔2026〕${Date.now() % 1_000_000} 号`
  const statuses = county.locator('#statuses')
  const facts = county.locator('#facts')
  await county.goto('/desk/households?q=SL-620123-010')
  await county.getByRole('rowheader').getByRole('link').first().click()
  const before = await statuses.locator('tbody tr').count()

  await statuses.getByText('状态变了').click()
  await statuses.getByLabel('现在是').selectOption({ label: '脱贫不稳定户' })
  await statuses.getByLabel('从哪天起').fill('2016-01-02')
  await statuses.getByLabel('依据的文件').fill(paper)
  await statuses.getByRole('button', { name: '记下新状态' }).click()
  await expect(statuses).toContainText(/那一天没有这个状态|新的要在那之后/)
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
  await statuses.getByLabel('从哪天起').fill(`${day.slice(0, 8)}01`)
  await fits(county)
  await statuses.getByRole('button', { name: '记下新状态' }).click()
  await expect(county.getByRole('status')).toContainText('新状态记下了')
  await expect(statuses.locator('tbody tr')).toHaveCount(before + 1)
  await expect(statuses.locator('tbody tr').first()).toContainText(paper)

  await facts.getByText(/录基本情况|有变化/).click()
  await facts.getByLabel('家庭人口').fill('3')
  await facts.getByLabel('劳动力').fill('4')
  await facts.getByLabel('主要致贫原因').selectOption({ label: '缺资金' })
  await facts.getByLabel('帮扶责任人').fill('经霜降（示例）')
  await facts.getByLabel('帮扶单位').fill('榆中县妇联（示例）')
  await facts.getByRole('checkbox', { name: /还是现在的号码/ }).uncheck()
  await facts.getByLabel('依据的文件').fill(paper)
  await facts.getByRole('button', { name: '记下情况' }).click()
  await expect(facts).toContainText('劳动力不能比家庭人口多')
  await facts.getByLabel('劳动力').fill('2')
  await facts.getByRole('button', { name: '记下情况' }).click()
  await expect(county.getByRole('status')).toContainText('录下了，以前的还在')
  await expect(facts).toContainText('经霜降（示例） · 榆中县妇联（示例）')
  await fits(county)

  await county.getByRole('link', { name: '这一户的查阅记录' }).click()
  await expect(county.getByRole('main')).toContainText('改了户的状态')
  await expect(county.getByRole('main')).toContainText('录了户的基本情况')
})

import { accounts } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

/** A kind of assistance is added, renamed, merged: forms offer what is in use, records keep their words. */
test('a term of a code table is added, renamed and merged, and the desk’s form follows', async ({
  visitAs,
}) => {
  test.slow()
  const end = String(Date.now() % 1_000_000).padStart(6, '0')
  const [first, second, target] = [`临时救助${end}`, `急难救助${end}`, `社会救助${end}`]
  const admin = await visitAs(accounts.admin)
  const said = (words: string) => expect(admin.getByRole('status')).toContainText(words)
  const form = (title: string) => admin.locator('form', { has: admin.getByRole('heading', { name: title }) })
  const fits = async () => {
    for (const size of [phone, { width: 768, height: 900 }, desktop]) {
      await admin.setViewportSize(size)
      await noSidewaysScroll(admin)
    }
    expect(await findAxeFaults(admin)).toEqual([])
  }
  const add = async (name: string, code: string) => {
    const adding = form('加一条')
    await adding.getByLabel('哪张表').selectOption({ label: '帮扶种类' })
    await adding.getByLabel('代码').fill(code)
    await adding.getByLabel('中文叫法').fill(name)
    await adding.getByLabel('英文叫法').fill(`relief ${code}`)
    await adding.getByLabel('从哪天起用').fill('2020-01-01')
    await adding.getByLabel('照什么改').fill('示例文件')
    await adding.getByRole('button', { name: '加上' }).click()
  }
  const open = async (name: string) => {
    await admin.goto('/admin/codes')
    await admin.getByRole('link', { name, exact: true }).click()
  }

  const county = await visitAs(accounts.coordinatorYuzhong)
  await county.goto('/desk/households')
  await county.getByRole('rowheader').getByRole('link').first().click()
  const household = county.url()
  const kinds = async () => {
    await county.goto(household)
    await county.getByText('录一笔').click()
    return county.getByLabel('种类').locator('option').allTextContents()
  }

  await test.step('added; a code that does not fit is refused beside its field, and what was typed stays', async () => {
    await admin.goto('/admin')
    await admin.getByRole('link', { name: '码表', exact: true }).click()
    await fits()
    await add(first, 'Nicht so')
    await expect(form('加一条').getByText('代码只能用小写字母')).toBeVisible()
    await expect(form('加一条').getByLabel('中文叫法')).toHaveValue(first)
    await form('加一条').getByLabel('代码').fill(`urgent_${end}`)
    await form('加一条').getByRole('button', { name: '加上' }).click()
    await said('加上了')
    await add(target, `social_${end}`)
    await said('加上了')
    expect(await kinds()).toEqual(expect.arrayContaining([first, target]))
  })

  await test.step('what was given under it keeps its words when it is renamed', async () => {
    await county.getByLabel('种类').selectOption({ label: first })
    await county.getByLabel('金额（元）').fill('120')
    await county.getByLabel('哪天收到的').fill('2021-05-01')
    await county.getByLabel('凭证号或文号').fill(`榆民字 ${end} 号`)
    await county.getByRole('button', { name: '录下' }).click()
    await expect(county.getByRole('status')).toContainText('不算进收入')
    await open(first)
    await form('改叫法').getByLabel('中文叫法').fill(second)
    await form('改叫法').getByLabel('照什么改').fill('示例文件')
    await form('改叫法').getByRole('button', { name: '改叫法' }).click()
    await said('改好了')
    await expect(admin.getByText(`以前叫：${first}`)).toBeVisible()
    await fits()
    const offered = await kinds()
    expect(offered).toContain(second)
    expect(offered).not.toContain(first)
    await expect(county.getByRole('row').filter({ hasText: `榆民字 ${end} 号` })).toContainText(first)
  })

  await test.step('ended it cannot be while a record says it; merged it is offered no more', async () => {
    await form('停用').getByLabel('从哪天起不用').fill('2021-01-01')
    await form('停用').getByLabel('照什么改').fill('示例文件')
    await form('停用').getByRole('button', { name: '存下' }).click()
    await expect(form('停用').getByText('还有 1 条记录在用它')).toBeVisible()
    await form('并到别的里')
      .getByLabel('并到哪一条')
      .selectOption({ label: `${target} · social_${end}` })
    await form('并到别的里').getByLabel('照什么改').fill('示例文件')
    await form('并到别的里').getByRole('button', { name: '并过去' }).click()
    await said('并过去了')
    await expect(admin.getByText(new RegExp(`并入${target}`))).toBeVisible()
    await expect(admin.getByRole('button', { name: '并过去' })).toHaveCount(0)
    expect(await kinds()).not.toContain(second)
    await expect(county.getByRole('row').filter({ hasText: `榆民字 ${end} 号` })).toContainText(first)
    await admin.goto(`/en${new URL(admin.url()).pathname}`)
    await expect(admin.getByText(/^Merged into/)).toBeVisible()
    await fits()
  })
})

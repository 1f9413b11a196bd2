import { accounts } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'

/** A village is added, renamed, moved to another county after a look at what would go over, found by all it was ever called, and ended. Whose walls move with it: modules/places. */
test('a village moves to another county and is found by its former name and code', async ({ visitAs }) => {
  test.slow()
  const end = String(900 + (Date.now() % 99))
  const [from, to] = [`620122105${end}`, `620121103${end}`]
  const [first, second] = [`老庙村${end}`, `新庙村${end}`]
  const admin = await visitAs(accounts.admin)
  await admin.setViewportSize(desktop)
  const said = (words: string) => expect(admin.getByRole('status')).toContainText(words)
  const form = (title: string) => admin.locator('form', { hasText: title })
  const find = async (words: string) => {
    await admin.goto('/admin/regions')
    await admin.getByLabel('找地方').fill(words)
    await admin.getByRole('button', { name: '找', exact: true }).click()
  }

  await test.step('added below a town; a code that does not fit is refused beside its field', async () => {
    await admin.goto('/admin')
    await admin.getByRole('link', { name: '地区', exact: true }).click()
    expect(await findAxeFaults(admin)).toEqual([])
    await find('620122105')
    await admin
      .getByRole('row', { name: /620122105 / })
      .getByRole('link')
      .first()
      .click()
    const add = form('下面新设')
    await add.getByLabel('地区码').fill('620122')
    await add.getByLabel('名称').fill(first)
    await add.getByLabel('照什么改').fill('区划文件（示例）')
    await add.getByRole('button', { name: '新设' }).click()
    await expect(add.getByText('这里的地区码是 12 位')).toBeVisible()
    await expect(add.getByLabel('名称')).toHaveValue(first)
    await add.getByLabel('地区码').fill(from)
    await add.getByRole('button', { name: '新设' }).click()
    await said('设好了')
  })

  await test.step('renamed: the former name finds it', async () => {
    await admin.goto(`/admin/regions/${from}`)
    await form('改名').getByLabel('名称').fill(second)
    await form('改名').getByLabel('照什么改').fill('区划文件（示例）')
    await form('改名').getByRole('button', { name: '改' }).click()
    await said('改好了')
    await find(first)
    await admin.getByRole('link', { name: second }).click()
    await expect(admin.getByText(`以前叫：${first}`)).toBeVisible()
  })

  await test.step('looked at first: what is in the way, then what would go over; on a phone as well', async () => {
    const look = async (where: string, code: string) => {
      await admin.getByLabel('划到哪里（地区码）').fill(where)
      await admin.getByLabel('在那里的新地区码').fill(code)
      await admin.getByRole('button', { name: '先看看会动多少' }).click()
    }
    await look('620121', to)
    await expect(admin.getByText('现在划不了：村只能划到镇')).toBeVisible()
    await look('620121103', to)
    await expect(admin.getByText('地方 1 个（连它自己）')).toBeVisible()
    expect(await findAxeFaults(admin)).toEqual([])
    await admin.setViewportSize(phone)
    await noSidewaysScroll(admin)
    await admin.setViewportSize(desktop)
  })

  await test.step('moved: the former place leads to the new one, which keeps its names', async () => {
    await form(`${second}划到`).getByLabel('照什么改').fill('区划文件（示例）')
    await admin.getByRole('button', { name: '划过去' }).click()
    await said('划过去了')
    await expect(admin).toHaveURL(new RegExp(to))
    await expect(admin.getByText(`以前叫：${first}`)).toBeVisible()
    await admin.goto(`/admin/regions/${from}`)
    await admin.getByRole('link', { name: new RegExp(`现在是${second}（${to}）`) }).click()
    await expect(admin).toHaveURL(new RegExp(to))
  })

  await test.step('taken back under its old code it is the former place again', async () => {
    await admin.getByLabel('划到哪里（地区码）').fill('620122105')
    await admin.getByLabel('在那里的新地区码').fill(from)
    await admin.getByRole('button', { name: '先看看会动多少' }).click()
    await form(`${second}划到`).getByLabel('照什么改').fill('划错了（示例）')
    await admin.getByRole('button', { name: '划过去' }).click()
    await said('划过去了')
    await expect(admin).toHaveURL(new RegExp(from))
    await expect(admin.getByText(`以前叫：${first}`)).toBeVisible()
    await admin.goto(`/admin/regions/${to}`)
    await admin.getByRole('link', { name: new RegExp(`现在是${second}（${from}）`) }).click()
    await expect(admin).toHaveURL(new RegExp(from))
  })

  await test.step('ended, it is kept and says so', async () => {
    await form('撤销').getByLabel('照什么改').fill('区划文件（示例）')
    await form('撤销').getByRole('button', { name: '撤销' }).click()
    await said('撤销了')
    await expect(admin.getByText('以前的记录还在')).toBeVisible()
  })
})

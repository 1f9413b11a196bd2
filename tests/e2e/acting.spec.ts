import { readFile } from 'node:fs/promises'
import { accounts, signInAs } from '../fixtures/accounts'
import { expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'
import { newestCode } from '../fixtures/codes'

/** A coordinator acts for an embroiderer who does not read much: asked, agreed by a code, done, told, taken back, ended. */

const maker = { phone: '13800000121', shop: 'bailu-embroidery' }
const shopName = '白露绣坊'
const piece = '黄梅枝绣绷'

/** The file into which the demo's carrier writes. */
const outbox = () => process.env.SMS_OUTBOX ?? ''

test('acting for a maker with her consent', async ({ visitAs, visit }) => {
  const agent = await visitAs(accounts.coordinatorYuzhong)
  await agent.setViewportSize(phone)

  await test.step('a coordinator proposes, and may do nothing yet', async () => {
    await agent.goto('/account')
    await agent.getByRole('link', { name: '我的授权' }).click()
    await agent.getByText('我来帮一位巧手').click()
    await agent.getByLabel('她的店铺地址').fill(`http://127.0.0.1/makers/${maker.shop}`)
    await agent.getByRole('radio', { name: '联络员' }).check()
    await agent.getByRole('checkbox', { name: '做活和寄货' }).uncheck()
    await agent.getByLabel('提成最多多少').fill('5')
    await noSidewaysScroll(agent)
    expect(await findAxeFaults(agent)).toEqual([])
    await agent.getByRole('button', { name: '请她点头' }).click()
    await expect(agent.locator('#capPercent-error')).toContainText('只有经纪人可以拿提成')
    await agent.getByLabel('提成最多多少').fill('0')
    await agent.getByRole('button', { name: '请她点头' }).click()
    await expect(agent.getByRole('status')).toContainText('记下了')
  })

  const proposal = agent.getByRole('listitem').filter({ hasText: shopName })
  await test.step('the maker reads the code from her own phone to the coordinator', async () => {
    await expect(proposal).toContainText('等巧手点头')
    await proposal.getByRole('button', { name: '发验证码到她手机' }).click()
    await expect(agent.getByRole('status')).toContainText('验证码发到店主手机上了')
    const told = await noticesTo(maker.phone)
    expect(told.at(-1)).toContain('上新、改价、管库存和歇工，回答买家的问题')
    await proposal.getByLabel('手机收到的六位数字').fill(await newestCode(outbox(), maker.phone))
    await noSidewaysScroll(agent)
    await proposal.getByRole('button', { name: '同意' }).click()
    await expect(agent.getByRole('status')).toContainText('同意了')
    await expect(proposal).toContainText('在用')
  })

  await test.step('the coordinator turns the studio to her: the shop’s name stands on every page', async () => {
    await agent.getByRole('link', { name: '我帮的人' }).click()
    await noSidewaysScroll(agent)
    expect(await findAxeFaults(agent)).toEqual([])
    await agent.getByRole('button', { name: `替「${shopName}」做` }).click()
    await expect(agent.getByText(`正在替「${shopName}」做事`)).toBeVisible()
    await noSidewaysScroll(agent)
    expect(await findAxeFaults(agent)).toEqual([])
    await expect(agent.getByRole('link', { name: /收款设置/ })).toHaveCount(0)
  })

  await test.step('lists a piece for her and changes a price', async () => {
    await agent.goto('/studio/products/new')
    await agent.getByRole('button', { name: '开始拍照片' }).click()
    await agent.waitForURL(/\/photos$/)
    await expect(agent.getByText(`正在替「${shopName}」做事`)).toBeVisible()
    await agent.goto('/studio/products')
    await agent.getByRole('link', { name: piece }).click()
    await agent.getByRole('button', { name: '改这一件' }).click()
    await agent.waitForURL(/\/words$/)
    await agent.goto(agent.url().replace(/words$/, 'price'))
    await agent.getByLabel('卖多少钱一件').fill('999')
    await agent.getByRole('button', { name: '下一步：看一遍' }).click()
    await expect(agent.getByText('¥999').first()).toBeVisible()
  })

  await test.step('her phone is told', async () => {
    await expect
      .poll(async () => (await noticesTo(maker.phone)).filter((text) => text.includes('件事')).length, {
        timeout: 60_000,
      })
      .toBeGreaterThan(0)
  })

  const hers = await visit({ viewport: phone })
  await signInAs(hers, maker.phone, '/studio')
  await test.step('she sees it, and takes the price back', async () => {
    await hers.getByRole('link', { name: /^谁在帮我/ }).click()
    const act = hers.getByRole('listitem').filter({ hasText: '改到 ¥999' })
    await expect(act).toContainText('陈联络员')
    await noSidewaysScroll(hers)
    expect(await findAxeFaults(hers)).toEqual([])
    await act.getByRole('button', { name: /^退回去/ }).click()
    await expect(hers.getByRole('status')).toContainText('退回去了')
    await expect(act).toContainText('退回去了')
    await expect(act.getByRole('button')).toHaveCount(0)
    await agent.reload()
    await expect(agent.getByText('¥999')).toHaveCount(0)
    await agent.goto('/studio/makers')
    await expect(agent.getByRole('listitem').filter({ hasText: '改到 ¥999' })).toContainText('退回去了')
  })

  await test.step('she ends it: the coordinator is out at once', async () => {
    await hers.getByRole('button', { name: /^停掉 陈联络员/ }).click()
    await expect(hers.getByRole('status')).toContainText('停了')
    const answer = await agent.request.get('/studio/products')
    expect(answer.status()).toBe(403)
    await agent.goto('/account/acting')
    await expect(proposal).toContainText('收回了')
  })
})

/** What was sent to a number besides codes, oldest first. */
async function noticesTo(number: string): Promise<string[]> {
  const lines = (await readFile(outbox(), 'utf8')).split('\n')
  return lines.filter((line) => line.startsWith('{') && line.includes(number))
}

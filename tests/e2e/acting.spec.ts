import { readFile } from 'node:fs/promises'
import { addDays, dayOf } from '../../app/platform/calendar'
import { browserFlags } from '../../scripts/test/browser-flags'
import { chromiumOnSystem } from '../../scripts/test/find-chromium'
import { accounts, signInAs } from '../fixtures/accounts'
import { expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'
import { newestCode } from '../fixtures/codes'
import { findSmallTargets } from '../fixtures/looks'

/** A coordinator acts for an embroiderer who does not read much: asked, agreed by a code, done, told, taken back, ended. */

const maker = { phone: '13800000121', shop: 'bailu-embroidery' }
/** a number that nobody here has */
const nobody = '13655550199'
const shopName = '白露绣坊'
const piece = '黄梅枝绣绷'

/** The file into which the demo's carrier writes. */
const outbox = () => process.env.SMS_OUTBOX ?? ''

test.use({
  launchOptions: {
    executablePath: chromiumOnSystem() ?? undefined,
    args: [...browserFlags, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  },
})

test('acting for a maker with her consent', async ({ visitAs, visit, faults }) => {
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
    const end = hers.getByRole('button', { name: /^停掉「陈联络员/ })
    await expect(end).toBeHidden()
    await hers.getByText(/^不让帮了 陈联络员/).click()
    await expect(hers.getByText(/陈联络员.*马上什么也不能替您做/)).toBeVisible()
    expect(await findAxeFaults(hers)).toEqual([])
    await end.click()
    await expect(hers.getByRole('status')).toContainText('停了')
    const answer = await agent.request.get('/studio/products')
    expect(answer.status()).toBe(403)
    await agent.goto('/studio/products')
    await agent.getByRole('main').getByRole('link', { name: '我的' }).click()
    await expect(agent).toHaveURL(/\/account$/)
    // the page that was refused
    expect(faults.splice(0).every((fault) => fault.includes('403'))).toBe(true)
    await agent.goto('/account/acting')
    await expect(proposal).toContainText('收回了')
  })
})

test('acting for a maker who said that she agrees', async ({ visitAs, visit }) => {
  const shop = '桂兰结艺'
  const agent = await visitAs(accounts.coordinatorYuzhongSecond)
  await agent.setViewportSize(phone)
  const proposal = agent.getByRole('listitem').filter({ hasText: shop })

  await test.step('a coordinator records what the maker says; nothing is in force yet', async () => {
    await agent.goto('/account/acting')
    await agent.getByText('我来帮一位巧手').click()
    await agent.getByLabel('她的店铺地址').fill('guilan-knots')
    await agent.getByRole('radio', { name: '联络员' }).check()
    await agent.getByRole('button', { name: '请她点头' }).click()
    await expect(agent.getByRole('status')).toContainText('记下了')
    await proposal.getByRole('link', { name: '用说的，或在纸上签字' }).click()
    await expect(agent.getByText(/我是蓝桂兰.*我同意李联络员.*替我做/)).toBeVisible()
    await noSidewaysScroll(agent)
    expect(await findAxeFaults(agent)).toEqual([])
    await agent.getByRole('button', { name: '开始录' }).press('Enter')
    await expect(agent.getByRole('timer')).toContainText(/还能说 5[0-8] 秒/)
    await agent.getByRole('button', { name: '说完了' }).press('Enter')
    await agent.getByRole('button', { name: '就用这一段' }).click()
    await expect(agent.getByRole('status')).toContainText('联络员听过、看过，点了头才有效')
    await expect(proposal).toContainText('等联络员核对')
    expect((await agent.request.get('/studio/calendar')).status()).toBe(403)
  })

  await test.step('she cannot confirm it herself', async () => {
    await agent.goto('/desk/mandates')
    await expect(agent.getByRole('listitem').filter({ hasText: shop })).toContainText('请别的联络员来核对')
    await expect(agent.getByRole('button', { name: '打开来听' })).toHaveCount(0)
  })

  const desk = await visitAs(accounts.coordinatorYuzhong)
  await test.step('another one finds it in today’s queue, hears it for a reason and confirms', async () => {
    await desk.goto('/desk')
    await desk
      .getByRole('row')
      .filter({ hasText: '同意要核对' })
      .getByRole('link', { name: shop })
      .first()
      .click()
    const waiting = desk.getByRole('listitem').filter({ hasText: shop })
    await expect(waiting.locator('audio')).toHaveCount(0)
    await waiting.getByLabel('为什么打开').fill('核对是不是她本人')
    await waiting.getByRole('button', { name: '打开来听' }).click()
    await expect(desk.getByRole('status')).toContainText('已经记下')
    const player = waiting.locator('audio')
    await player.evaluate((audio: HTMLAudioElement) => audio.play())
    await expect
      .poll(() => player.evaluate((audio: HTMLAudioElement) => audio.currentTime))
      .toBeGreaterThan(0)
    await noSidewaysScroll(desk)
    expect(await findAxeFaults(desk)).toEqual([])
    await waiting.getByRole('button', { name: '是她本人说的，她同意' }).click()
    await expect(desk.getByRole('status')).toContainText('授权生效')
    await expect(waiting).toHaveCount(0)
  })

  await test.step('her phone is told who acts for her', async () => {
    await expect
      .poll(
        async () =>
          (await noticesTo(accounts.guilan)).filter((text) => text.includes('核对了您的同意')).length,
        {
          timeout: 60_000,
        },
      )
      .toBe(1)
  })

  await test.step('the agent writes days of rest for her', async () => {
    await agent.goto('/account/acting')
    await expect(proposal).toContainText('在用')
    await agent.getByRole('link', { name: '我帮的人' }).click()
    await agent.getByRole('button', { name: `替「${shop}」做` }).click()
    await agent.goto('/studio/calendar')
    const calendar = agent.getByRole('region', { name: shop })
    const now = dayOf(new Date())
    await calendar.getByLabel('从哪天起').fill(addDays(now, 80))
    await calendar.getByLabel('到哪天').fill(addDays(now, 81))
    await calendar.getByRole('button', { name: '记下来' }).click()
    await expect(agent.getByRole('status')).toContainText('记下了。')
  })

  const hers = await visit({ viewport: phone })
  await signInAs(hers, accounts.guilan, '/studio/helpers')
  await test.step('she takes it back within two days, and ends the mandate', async () => {
    const act = hers.getByRole('listitem').filter({ hasText: '记了歇工的日子' })
    await act.getByRole('button', { name: /^退回去/ }).click()
    await expect(hers.getByRole('status')).toContainText('退回去了')
    await expect(act).toContainText('退回去了')
    await hers.getByText(/^不让帮了 李联络员/).click()
    await hers.getByRole('button', { name: /^停掉「李联络员/ }).click()
    await expect(hers.getByRole('status')).toContainText('停了')
    expect((await agent.request.get('/studio/calendar')).status()).toBe(403)
  })
})

test('acting for a maker who signed on paper', async ({ visitAs }) => {
  const shop = '立夏钩坊'
  const agent = await visitAs(accounts.coordinatorYuzhongSecond)
  await agent.setViewportSize(phone)
  const proposal = agent.getByRole('listitem').filter({ hasText: shop })
  const paper = {
    name: '签字.webp',
    mimeType: 'image/webp',
    buffer: await readFile(new URL('../../prisma/seed/pictures/knot-ring-red-01.webp', import.meta.url)),
  }

  await test.step('a coordinator hands in the photograph; without one, or with another file, she is told beside the field', async () => {
    await agent.goto('/account/acting')
    await agent.getByText('我来帮一位巧手').click()
    await agent.getByLabel('她的店铺地址').fill('lixia-crochet')
    await agent.getByRole('radio', { name: '联络员' }).check()
    await agent.getByRole('button', { name: '请她点头' }).click()
    await expect(agent.getByRole('status')).toContainText('记下了')
    await proposal.getByRole('link', { name: '用说的，或在纸上签字' }).click()
    const field = agent.getByLabel('签了字的纸')
    await expect(agent.getByRole('button', { name: '开始录' })).toBeVisible()
    expect(await findSmallTargets(agent)).toEqual([])
    await agent.getByRole('link', { name: '替别人做事' }).click()
    await proposal.getByRole('link', { name: '用说的，或在纸上签字' }).click()
    await agent.getByRole('button', { name: '交上这张纸' }).click()
    await expect(agent.locator('#paper-error')).toContainText('请先拍一张照片')
    await field.setInputFiles({ name: '签字.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('不是照片') })
    await agent.getByRole('button', { name: '交上这张纸' }).click()
    await expect(agent.locator('#paper-error')).not.toContainText('请先拍一张照片')
    await expect(agent.locator('#paper-error')).toBeVisible()
    await field.setInputFiles(paper)
    await agent.getByRole('button', { name: '交上这张纸' }).click()
    await expect(agent.getByRole('status')).toContainText('联络员听过、看过，点了头才有效')
    await expect(proposal).toContainText('等联络员核对')
    expect((await agent.request.get('/studio/calendar')).status()).toBe(403)
  })

  const desk = await visitAs(accounts.coordinatorYuzhong)
  await test.step('another one looks at it for a reason and confirms', async () => {
    await desk.goto('/desk/mandates')
    const waiting = desk.getByRole('listitem').filter({ hasText: shop })
    await expect(waiting.getByRole('img')).toHaveCount(0)
    await waiting.getByLabel('为什么打开').fill('核对签字')
    await waiting.getByRole('button', { name: '打开来看' }).click()
    await expect(desk.getByRole('status')).toContainText('已经记下')
    const photograph = waiting.getByRole('img', { name: /签的字$/ })
    await expect
      .poll(() => photograph.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0)
    await noSidewaysScroll(desk)
    expect(await findAxeFaults(desk)).toEqual([])
    await waiting.getByRole('button', { name: '是她本人签的，她同意' }).click()
    await expect(desk.getByRole('status')).toContainText('授权生效')
    await expect(waiting).toHaveCount(0)
  })

  await test.step('from then on the agent may act, until it is given up', async () => {
    await agent.goto('/account/acting')
    await expect(proposal).toContainText('在用')
    expect((await agent.request.get('/studio/calendar')).status()).toBe(200)
    await proposal.getByText(/^不做了/).click()
    await proposal.getByRole('button', { name: `停掉「${shop}」` }).click()
    await expect(agent.getByRole('status')).toContainText('停了')
    expect((await agent.request.get('/studio/calendar')).status()).toBe(403)
  })
})

test('a maker asks a helper herself, hands in her own paper, and thinks better of it', async ({ visit }) => {
  const hers = await visit({ viewport: { width: 320, height: 640 } })
  await signInAs(hers, maker.phone, '/studio/helpers')
  const asked = hers
    .getByRole('listitem')
    .filter({ hasText: `您填的号码（尾号 ${nobody.slice(-4)}），还没答应` })

  await test.step('her own number is none; one that nobody has is answered like any, and told', async () => {
    await hers.getByText('我想请一个人帮忙').click()
    await hers.getByRole('radio', { name: '家里人' }).check()
    await hers.getByLabel('她的手机号').fill(maker.phone)
    await hers.getByRole('button', { name: '写下来' }).click()
    await expect(hers.getByText('这是店主自己，不用授权。').first()).toBeVisible()
    await hers.getByLabel('她的手机号').fill(nobody)
    await hers.getByRole('button', { name: '写下来' }).dblclick()
    await expect(hers.getByRole('status')).toContainText('记下了')
    await expect(asked).toHaveCount(1)
    await expect(asked).toContainText('等您点头')
    expect((await noticesTo(nobody)).filter((text) => text.includes('想请您帮忙'))).toHaveLength(1)
    await noSidewaysScroll(hers)
  })

  await test.step('she hands in the paper from her own page, and is led back to it', async () => {
    await asked.getByRole('link', { name: '用说的，或在纸上签字' }).click()
    await expect(hers.getByText(/我同意我填了手机号的那个人替我做/)).toBeVisible()
    await noSidewaysScroll(hers)
    await hers.getByLabel('签了字的纸').setInputFiles({
      name: '签字.webp',
      mimeType: 'image/webp',
      buffer: await readFile(new URL('../../prisma/seed/pictures/knot-ring-red-01.webp', import.meta.url)),
    })
    await hers.getByRole('button', { name: '交上这张纸' }).dblclick()
    await expect(hers).toHaveURL(/\/studio\/helpers/)
    await expect(hers.getByRole('status')).toContainText('有了结果，给您发短信。')
    await expect(asked).toContainText('等联络员核对')
  })

  await test.step('ending it is asked once more, in words that name nobody', async () => {
    await asked.getByText(/^不让帮了/).click()
    await expect(asked.getByText(/您填了号码的那个人马上什么也不能替您做/)).toBeVisible()
    expect(await findSmallTargets(hers)).toEqual([])
    expect(await findAxeFaults(hers)).toEqual([])
    await asked.getByRole('button', { name: /^停掉/ }).click()
    await expect(hers.getByRole('status')).toContainText('停了')
    await expect(asked).toContainText('收回了')
  })
})

/** What was sent to a number besides codes, oldest first. */
async function noticesTo(number: string): Promise<string[]> {
  const lines = (await readFile(outbox(), 'utf8')).split('\n')
  return lines.filter((line) => line.startsWith('{') && line.includes(number))
}

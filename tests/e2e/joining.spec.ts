import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { accounts, readShownCode, signInAs } from '../fixtures/accounts'
import { desktop, expect, phone, test } from '../fixtures/app'
import { day, findFaults } from '../fixtures/looks'
import { inEnglish } from '../fixtures/site-pages'

/** From nothing to an open shop: one question a screen on a small phone, the county's checklist, the city's approval. */

const picture = readFileSync(new URL('../../prisma/seed/pictures/knot-ring-red-01.webp', import.meta.url))
const file = { name: '样子.webp', mimeType: 'image/webp', buffer: picture }
/** A sample maker whose half year ends. */
const guyu = { phone: '13800000152', shop: '谷雨结艺' }
const creditCode = '91350100M000100Y43'

const kinds = [
  { title: '一个人做，一个人卖', number: '13900004101', isOwn: true, id: '620123198803121232' },
  { title: '一家人在家里做', number: '13900004102', isOwn: true, id: '620123197906154320' },
  { title: '作坊、合作社', number: '13900004103', isOwn: false, id: '620123197001018765' },
  { title: '公司', number: '13900004104', isOwn: false, id: '620123199212304567' },
  { title: '基地', number: '13900004105', isOwn: false, id: '620123198506071111' },
  { title: '学校、协会等单位', number: '13900004106', isOwn: false, id: '620123196602282222' },
] as const

/** With its check digit. */
function idNumber(like: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const body = like.slice(0, 17)
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (weights[at] ?? 0), 0)
  return body + ('10X98765432'[sum % 11] ?? '')
}

const next = (page: Page) => page.getByRole('button', { name: '存好，下一问' }).click()
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

type Applicant = Record<'title' | 'number' | 'id', string> & { isOwn: boolean }

/** Answers every screen of a kind and hands it in. */
async function apply(page: Page, kind: Applicant, shopName: string): Promise<void> {
  await signInAs(page, kind.number, '/studio/join')
  await expect(heading(page, '您用什么身份来卖')).toBeVisible()
  await page.getByRole('radio', { name: kind.title }).check()
  await next(page)
  await expect(heading(page, '您叫什么')).toBeVisible()
  await expect(page.locator('html')).toHaveClass('view-large')
  await page.getByLabel('姓名').fill('穗小寒')
  await page.getByLabel('身份证号').fill(idNumber(kind.id))
  await next(page)
  await expect(page.getByLabel('哪个县').locator('option:checked')).toHaveText('请选')
  await next(page)
  await expect(page.locator('#placeId-error')).toBeVisible()
  await page.getByLabel('哪个县').selectOption({ label: '榆中县' })
  await next(page)
  await page.getByLabel('哪个乡镇').selectOption({ index: 1 })
  await next(page)
  await page.getByLabel('哪个村、社区').selectOption({ index: 1 })
  await next(page)
  await page.getByRole('link', { name: '存好，下一问' }).click()
  await expect(heading(page, '做什么活')).toBeVisible()
  await page.getByLabel('做哪一样').selectOption({ label: '中国结' })
  await page.getByLabel('做了几年').fill('12')
  await page.getByLabel('店叫什么名字').fill(shopName)
  await next(page)
  await page.getByLabel('选照片').setInputFiles(file)
  await page.getByRole('button', { name: '传上去' }).click()
  await expect(page.getByRole('img', { name: '照片 1' })).toBeVisible()
  await page.getByRole('link', { name: '传好了，下一问' }).click()
  if (kind.isOwn) {
    await page.getByRole('checkbox', { name: '我声明以上属实' }).check()
    await next(page)
    await page.getByRole('radio', { name: '不是' }).check()
    await next(page)
  } else {
    await page.getByLabel('执照上的名称').fill(shopName)
    await page.getByLabel('统一社会信用代码').fill(creditCode)
    await page.getByLabel('执照的照片').setInputFiles(file)
    await next(page)
  }
  await page.getByRole('checkbox', { name: '我同意' }).check()
  await next(page)
  await expect(heading(page, '哪些可以给人看')).toBeVisible()
  for (const box of await page.getByRole('checkbox').all()) await expect(box).not.toBeChecked()
  await page.getByRole('checkbox', { name: '同意公开' }).first().check()
  await next(page)
  await expect(heading(page, '看一遍，交上去')).toBeVisible()
  await page.getByRole('button', { name: '交给县里' }).click()
  await expect(heading(page, '交给县里了')).toBeVisible()
}

/** Her card, with a code to her own phone; shown by its tail from then on. */
async function giveCard(page: Page): Promise<void> {
  await expect(page.getByText('不给也不耽误审')).toBeVisible()
  await page.getByRole('link', { name: '给银行卡' }).click()
  await expect(heading(page, '货款付到哪张卡')).toBeVisible()
  await page.getByLabel('开户银行').fill('示例村镇银行')
  await page.getByLabel('卡号').fill('4242 4242 4242 4243')
  await page.getByLabel('户名').fill('穗小寒')
  await page.getByLabel('手机收到的六位数字').fill('111111')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.locator('#number-error')).toContainText('有一位不对')
  await expect(page.getByLabel('开户银行')).toHaveValue('示例村镇银行')
  await page.getByLabel('卡号').fill('4242 4242 4242 4242')
  await expect(async () => {
    await page.getByRole('button', { name: '发码给我' }).click()
    await expect(page.getByText(/^演示：码是 \d{6}$/)).toBeVisible({ timeout: 1_500 })
  }).toPass({ timeout: 30_000 })
  await expect(page.getByLabel('卡号')).toHaveValue('4242 4242 4242 4242')
  await page.getByLabel('手机收到的六位数字').fill(await readShownCode(page))
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('登记好了')
  await expect(page.getByText('尾号 4242')).toBeVisible()
  await page.getByRole('link', { name: '看一看，换一张' }).click()
  const card = ['/studio/join', '/studio/join/card']
  expect(await findFaults(page, [...card, ...card.map(inEnglish)], [day(360), day(768), day(1280)])).toEqual(
    [],
  )
}

for (const kind of kinds.filter(({ number }) => number !== '13900004102'))
  test(`${kind.title} applies`, async ({ visit }) => {
    await apply(await visit({ viewport: phone }), kind, '穗小寒的店')
  })

test('nothing is lost: a wrong answer keeps the others, and she goes on where she stopped', async ({
  visit,
}) => {
  const page = await visit({ viewport: phone })
  await signInAs(page, '13900004107', '/studio/join')
  await page.getByRole('radio', { name: '公司' }).check()
  await next(page)
  await page.getByLabel('姓名').fill('穗小寒')
  await page.getByLabel('身份证号').fill('123')
  await next(page)
  await expect(page.getByText('身份证号是 18 位，现在是 3 位。').first()).toBeVisible()
  await page.getByLabel('身份证号').fill('620123199212304560')
  await next(page)
  await expect(page.locator('#idNumber-error')).toBeVisible()
  await expect(page.getByLabel('姓名')).toHaveValue('穗小寒')
  await page.getByLabel('身份证号').fill(idNumber('620123199212304567'))
  await next(page)
  await page.goto('/studio/join')
  await expect(heading(page, '在哪里做活')).toBeVisible()
  await page.goto('/studio/join?step=licence')
  await page.getByLabel('执照上的名称').fill('穗小寒公司')
  await page.getByLabel('统一社会信用代码').fill('91350100M000100Y44')
  await page.getByLabel('执照的照片').setInputFiles(file)
  await next(page)
  await expect(page.getByText('最后一位对不上，请照着执照再看一遍。')).toBeVisible()
  await expect(page.getByLabel('执照上的名称')).toHaveValue('穗小寒公司')
  await expect(page.getByText('已经存了一张。要换就再选一张。')).toBeVisible()
  const steps = ['kind', 'who', 'place', 'craft', 'photos', 'licence', 'agreement', 'consents', 'check']
  const screens = steps.map((step) => `/studio/join?step=${step}`)
  expect(await findFaults(page, screens, [day(360), day(768), day(1280)])).toEqual([])
})

test('a household is sent back, mended, recommended by the county and opened by the city', async ({
  visit,
  visitAs,
}) => {
  test.slow()
  const hers = await visit({ viewport: phone })
  const [, kind] = kinds
  await apply(hers, kind, '小寒结艺')
  await test.step('she gives her card while the county looks', () => giveCard(hers))
  const chen = await visitAs(accounts.coordinatorYuzhong)
  await chen.setViewportSize(desktop)
  await chen.goto('/desk/applications')
  await chen.getByRole('link', { name: '小寒结艺', exact: true }).click()
  await expect(chen.getByText('户关联等您核实')).toBeVisible()
  await expect(chen.getByText('银行卡已登记，尾号 4242')).toBeVisible()
  expect(await chen.content()).not.toContain('42424242')
  const address = new URL(chen.url()).pathname
  await chen.getByRole('button', { name: '我来看' }).click()
  await expect(chen.getByText(/^您在看，还有 \d+ 分钟$/)).toBeVisible()
  const li = await visitAs(accounts.coordinatorYuzhongSecond)
  const held = li.getByRole('row').filter({ hasText: '小寒结艺' })
  for (const page of ['/desk', '/desk/applications']) {
    await li.goto(page)
    await expect(held).toContainText('陈联络员（示例）在看')
  }
  await li.getByLabel('谁在看').selectOption({ label: '没有人看的' })
  await li.getByRole('button', { name: '筛选' }).click()
  await expect(li).toHaveURL(/whose=nobody/)
  await expect(held).toHaveCount(0)
  await li.goto(address)
  await expect(li.getByText(/陈联络员（示例）在看/)).toBeVisible()
  await li.getByText('退回去请她改').click()
  await li.getByLabel('为什么').first().selectOption({ label: '店名要改' })
  await li.getByLabel('跟她说的话').first().fill('有一家同名的。')
  await li.getByRole('button', { name: '退回', exact: true }).click()
  await expect(li.getByRole('alert')).toContainText(/陈联络员（示例）正在看这一件/)
  await chen.getByText('退回去请她改').click()
  await chen.getByLabel('为什么').first().selectOption({ label: '店名要改' })
  await chen.getByLabel('跟她说的话').first().fill('有一家同名的，加上村名。')
  await chen.getByRole('button', { name: '退回', exact: true }).click()
  await expect(chen.getByRole('status')).toContainText('退回去了')

  await hers.goto('/studio/join')
  await expect(heading(hers, '退回来，请您改')).toBeVisible()
  await expect(hers.getByText('有一家同名的，加上村名。').first()).toBeVisible()
  await hers.getByRole('link', { name: '去改' }).click()
  await hers.getByRole('link', { name: '改 做什么活' }).click()
  await hers.getByLabel('店叫什么名字').fill('上村小寒结艺')
  await next(hers)
  await hers.goto('/studio/join?step=check')
  await hers.getByRole('button', { name: '交给县里' }).click()
  await expect(heading(hers, '交给县里了')).toBeVisible()

  await chen.goto(address)
  const ticks = ['看过身份证原件', '是她自己做的', '看过样子']
  for (const tick of ticks) await chen.getByRole('checkbox', { name: tick }).check()
  await chen.getByRole('button', { name: '推荐给市里' }).click()
  await expect(chen.getByRole('alert')).toContainText('户关联还没核实')
  await chen.getByRole('link', { name: '去核实户关联' }).click()
  await chen.getByLabel('依据').fill('入户走访，问过村里')
  await chen.getByRole('button', { name: '核实无误' }).click()
  await expect(chen.getByRole('status')).toContainText('核实好了')
  await chen.goto(address)
  for (const tick of ticks) await chen.getByRole('checkbox', { name: tick }).check()
  await chen.getByRole('button', { name: '推荐给市里' }).click()
  await expect(chen.getByRole('status')).toContainText('推荐给市里了')
  await expect(chen.getByRole('button', { name: '通过，开张' })).toHaveCount(0)

  const kang = await visitAs(accounts.coordinatorCity)
  await kang.goto('/desk')
  await kang.getByRole('link', { name: '上村小寒结艺', exact: true }).click()
  expect(await findFaults(kang, ['/desk/applications', address], [day(360), day(768), day(1280)])).toEqual([])
  await kang.goto(address)
  await kang.getByRole('button', { name: '通过，开张' }).click()
  await expect(kang.getByRole('status')).toContainText('通过了，店开了')

  await hers.goto('/studio/join')
  await expect(heading(hers, '市里通过，开张了')).toBeVisible()
  await hers.getByRole('link', { name: '去我的工作台' }).click()
  await expect(hers).toHaveURL(/\/studio$/)
  // whose shop is new reads the studio large on any phone, until she says otherwise; the shop's own pages stay as they are
  await hers.context().clearCookies({ name: 'view' })
  await hers.goto('/studio')
  await expect(hers.locator('html')).toHaveClass('view-large')
  await hers.goto('/')
  await expect(hers.locator('html')).not.toHaveClass('view-large')
  await hers.goto('/studio')
  await hers.getByRole('button', { name: '看正常字' }).click()
  await expect(hers.locator('html')).not.toHaveClass('view-large')
  const stranger = await visit()
  await expect(async () => {
    const answer = await stranger.request.get('/makers/shang-cun-xiao-han-jie-yi')
    expect(answer.status()).toBe(200)
    expect(await answer.text()).toContain('穗小寒')
  }).toPass({ timeout: 60_000 })

  await hers.goto('/studio/consents')
  await hers.getByRole('button', { name: '撤回：我的名字' }).click()
  const since = Date.now()
  await expect(hers.getByRole('status')).toContainText('撤回了')
  await expect(async () => {
    const answer = await stranger.request.get('/makers/shang-cun-xiao-han-jie-yi')
    expect(answer.status()).toBe(200)
    expect(await answer.text()).not.toContain('穗小寒')
  }).toPass({ timeout: 60_000, intervals: [200] })
  expect(Date.now() - since, 'milliseconds until her name was gone').toBeLessThan(60_000)
  await hers.getByText('以前同意过的').first().click()
  await expect(hers.getByText(/撤回$/).first()).toBeVisible()
})

test('one whose place is wrong goes over to another county and is seen there alone', async ({
  visit,
  visitAs,
}) => {
  test.slow()
  const hers = await visit({ viewport: phone })
  const workshop = kinds[2]
  await apply(hers, { ...workshop, number: '13900004108', id: '620123197105056543' }, '小满绣坊')
  const chen = await visitAs(accounts.coordinatorYuzhong)
  await chen.setViewportSize(desktop)
  await chen.goto('/desk/applications')
  await chen.getByRole('link', { name: '小满绣坊', exact: true }).click()
  const address = new URL(chen.url()).pathname
  await chen.getByText('退回去请她改').click()
  await chen.getByLabel('为什么').first().selectOption({ label: '店名要改' })
  await chen.getByLabel('该交给哪个县').selectOption({ label: '永登县' })
  await chen.getByLabel('跟她说的话').first().fill('您的村在永登。')
  await chen.getByRole('button', { name: '退回', exact: true }).click()
  await expect(chen.getByText('转到别的县，原因要选「地方」那一条。').first()).toBeVisible()
  await expect(chen.getByLabel('该交给哪个县').locator('option:checked')).toHaveText('永登县')
  expect(await findFaults(chen, [address], [day(360), day(768), day(1280)])).toEqual([])
  await chen.goto(address)
  await chen.getByText('退回去请她改').click()
  await chen.getByLabel('为什么').first().selectOption({ label: '地方不对' })
  await chen.getByLabel('该交给哪个县').selectOption({ label: '永登县' })
  await chen.getByLabel('跟她说的话').first().fill('您的村在永登。')
  await chen.getByRole('button', { name: '退回', exact: true }).click()
  await expect(chen.getByRole('status')).toContainText('转到那个县了')
  expect((await chen.request.get(address)).status()).toBe(404)

  const there = await visitAs(accounts.coordinatorYongdeng)
  await there.setViewportSize(desktop)
  await there.goto('/desk/applications?state=returned')
  await there.getByRole('link', { name: '小满绣坊', exact: true }).click()
  await expect(there.getByText('转到了永登县')).toBeVisible()
  await hers.goto('/studio/join?step=check')
  await hers.getByRole('link', { name: '改 在哪里做活' }).click()
  await hers.getByLabel('哪个乡镇').selectOption({ index: 1 })
  await next(hers)
  await hers.getByLabel('哪个村、社区').selectOption({ index: 1 })
  await next(hers)
  await hers.goto('/studio/join?step=check')
  await hers.getByRole('button', { name: '交给县里' }).click()
  await expect(heading(hers, '交给县里了')).toBeVisible()
  await there.goto('/desk/applications')
  await expect(there.getByRole('link', { name: '小满绣坊', exact: true })).toBeVisible()
})

test('a shop whose half year ends is checked in one tap, and a correction is answered', async ({
  visitAs,
}) => {
  const chen = await visitAs(accounts.coordinatorYuzhong)
  await chen.setViewportSize(desktop)
  await chen.goto('/desk/records')
  const waiting = chen.getByRole('row').filter({ hasText: '她确认过了' })
  await expect(waiting).toHaveCount(1)
  await chen.keyboard.press('j')
  await chen.keyboard.press('x')
  await expect(waiting.getByRole('checkbox')).toBeChecked()
  await chen.getByRole('button', { name: '勾选的都核过，没问题' }).click()
  await expect(chen.getByRole('status')).toContainText('核过了 1 家')
  await expect(waiting).toHaveCount(0)
  await chen.getByLabel('跟她说').fill('看过身份证，改好了。')
  await chen.getByRole('button', { name: '答复' }).click()
  await expect(chen.getByRole('status')).toContainText('答复了')
  await expect(chen.getByText('没有人请改资料。')).toBeVisible()
})

test('a maker confirms her record and asks for a correction, and reads what became of both', async ({
  visit,
  visitAs,
}) => {
  const hers = await visit({ viewport: phone })
  await signInAs(hers, guyu.phone, '/studio/record')
  await test.step('she says that it is right, and what is not', async () => {
    await expect(hers.getByText('快到期了')).toBeVisible()
    await hers.getByRole('button', { name: '都对，确认' }).click()
    await expect(hers.getByRole('status')).toContainText('确认好了')
    await expect(hers.getByText('您确认过了，等县里核')).toBeVisible()
    await expect(hers.getByRole('button', { name: '都对，确认' })).toHaveCount(0)
    await expect(hers.getByLabel('改哪一样').locator('option:checked')).toHaveText('请选')
    await hers.getByRole('button', { name: '交给联络员' }).click()
    await expect(hers.locator('#field-error')).toBeVisible()
    await hers.getByLabel('改哪一样').selectOption({ label: '住的地方' })
    await hers.getByRole('button', { name: '交给联络员' }).click()
    await expect(hers.locator('#words-error')).toBeVisible()
    await expect(hers.getByLabel('改哪一样').locator('option:checked')).toHaveText('住的地方')
    await hers.getByLabel('应该是什么').fill('搬到村东头了，门牌没换。')
    await hers.getByRole('button', { name: '交给联络员' }).click()
    await expect(hers.getByRole('status')).toContainText('交给联络员了')
    await expect(hers.getByText('等联络员答复')).toBeVisible()
    expect(await findFaults(hers, ['/studio/record'], [day(360), day(768), day(1280)])).toEqual([])
  })

  await test.step('she takes all of it away as a file, and finds how an account is closed', async () => {
    const [file] = await Promise.all([
      hers.waitForEvent('download'),
      hers.getByRole('button', { name: '存成文件' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('qiaoshou-my-data.json')
    expect(readFileSync(await file.path(), 'utf8')).toContain(guyu.phone)
    await hers.getByRole('link', { name: '看看怎么注销' }).click()
    await expect(heading(hers, '注销账号')).toBeVisible()
  })

  const chen = await visitAs(accounts.coordinatorYuzhong)
  await chen.setViewportSize(desktop)
  await test.step('the county checks the one and answers the other', async () => {
    await chen.goto('/desk/records')
    await chen.getByRole('button', { name: `核过，没问题 ${guyu.shop}` }).click()
    await expect(chen.getByRole('status')).toContainText('核过了')
    await expect(chen.getByRole('row').filter({ hasText: guyu.shop })).toHaveCount(0)
    const asked = chen.locator('li.decide').filter({ hasText: '搬到村东头了，门牌没换。' })
    await asked.getByLabel('怎么办的').selectOption({ label: '不改' })
    await asked.getByLabel('跟她说').fill('门牌没换，登记不用改。')
    await asked.getByRole('button', { name: '答复' }).click()
    await expect(chen.getByRole('status')).toContainText('答复了')
  })

  await test.step('she reads the answers on her record', async () => {
    await hers.goto('/studio/record')
    await expect(hers.getByText('没有改', { exact: true })).toBeVisible()
    await expect(hers.getByText('门牌没换，登记不用改。')).toBeVisible()
    await expect(hers.getByText('快到期了')).toHaveCount(0)
    await expect(hers.getByText('您确认过了，等县里核')).toHaveCount(0)
  })

  await test.step('another one is answered as done: what was wrong reads right on her record', async () => {
    const right = '谷雨生（示例）'
    await expect(hers.getByRole('definition').first()).not.toHaveText(right)
    await hers.getByLabel('改哪一样').selectOption({ label: '姓名' })
    await hers.getByLabel('应该是什么').fill('谷雨生'.repeat(70))
    await hers.getByRole('button', { name: '交给联络员' }).click()
    await expect(hers.locator('#words-error')).toContainText('最多 30 个字，现在是 210 个')
    await expect(hers.getByLabel('应该是什么')).toHaveValue('谷雨生'.repeat(70))
    await hers.getByLabel('应该是什么').fill(right)
    await hers.getByRole('button', { name: '交给联络员' }).click()
    await expect(hers.getByRole('status')).toContainText('交给联络员了')
    await chen.goto('/desk/records')
    const asked = chen.locator('li.decide').filter({ hasText: right })
    await asked.getByRole('button', { name: '答复' }).click()
    await expect(asked.getByLabel('跟她说')).toHaveAttribute('aria-invalid', 'true')
    await asked.getByLabel('怎么办的').selectOption({ label: '改好了' })
    await asked.getByLabel('跟她说').fill('看过身份证，名字改好了。')
    await asked.getByRole('button', { name: '答复' }).click()
    await expect(chen.getByRole('status')).toContainText('答复了')
    await expect(chen.locator('li.decide').filter({ hasText: right })).toHaveCount(0)
    await hers.goto('/studio/record')
    await expect(hers.getByText('看过身份证，名字改好了。')).toBeVisible()
    await expect(hers.getByText('改好了', { exact: true })).toBeVisible()
    await expect(hers.getByRole('definition').first()).toHaveText(right)
  })
})

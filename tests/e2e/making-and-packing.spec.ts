import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { accounts, signInAs } from '../fixtures/accounts'
import { expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'
import { takePhoto } from '../fixtures/app-photos'
import * as buying from '../fixtures/journey-buying'

/** A present made to order: its buyer sees it being made, its maker prints what goes on the parcel and into it. On phones. */
test.use({ viewport: phone })

const bracelet = { title: '琥珀色双圈手串', address: '/products/double-bracelet-amber', fen: 9600 }

test('a maker shows her buyer how it is made, and prints label and slip', async ({ page, visit }) => {
  test.setTimeout(150_000)
  await buying.putIntoBasket(page, bracelet.address)
  await page.goto('/checkout')
  await buying.fillAddress(page)
  await page.getByLabel('贺卡上的话').fill('妈妈，生日快乐')
  await page.getByLabel('这是礼物：包裹里不放价钱').check()
  await page.getByLabel('您自己的手机').fill('13900003313')
  await page.getByRole('checkbox', { name: /^订做的件按我的要求做/ }).check()
  await buying.goToPay(page, bracelet.fen + 1000)
  await buying.payByCard(page)
  const { number } = await buying.readPaidOrder(page)

  const maker = await visit({ viewport: phone, isMobile: true, hasTouch: true })
  await signInAs(maker, accounts.xiuzhen)
  const photos = maker.getByRole('listitem').filter({ hasText: '做到一半了' })

  await test.step('she prints the label and the slip', async () => {
    await openPart(maker, number)
    await expect(maker.getByRole('heading', { name: '您会得到' })).toBeVisible()
    await noSidewaysScroll(maker)
    expect(await findAxeFaults(maker)).toEqual([])
    expect(await download(maker, () => maker.getByRole('link', { name: '打印面单' }).click())).toBe(
      `labels-${number}.pdf`,
    )
    expect(await download(maker, () => maker.getByRole('link', { name: '打印装箱单' }).click())).toBe(
      `slips-${number}.pdf`,
    )
  })

  await test.step('she begins, takes a picture, and keeps the talk in the shop', async () => {
    await maker.getByRole('button', { name: '开始做' }).click()
    await maker.getByRole('link', { name: '拍给买家看' }).click()
    await maker.getByRole('link', { name: '回这一单' }).click()
    await maker.getByRole('link', { name: '拍给买家看' }).click()
    await expect(maker.getByRole('heading', { level: 1, name: '做的过程，拍给买家看' })).toBeVisible()
    await noSidewaysScroll(maker)
    expect(await findAxeFaults(maker)).toEqual([])
    await maker.getByLabel('照片').setInputFiles(await takePhoto('half.jpg', { seed: 77 }))
    await maker.getByRole('radio', { name: '做到一半了' }).check()
    await maker.getByLabel('还想说一句').fill('加我微信 abc，给您看视频')
    await maker.getByRole('button', { name: '给买家看' }).click()
    await expect(maker.getByText('这里不能写电话、网址和微信：要说的话在店里说。')).toBeVisible()
    await maker.getByLabel('照片').setInputFiles(await takePhoto('half.jpg', { seed: 77 }))
    await maker.getByLabel('还想说一句').fill('大圈穿好了，今晚穿小圈')
    await maker.getByRole('button', { name: '给买家看' }).click()
    await expect(maker.getByText('买家现在看得到这张了。')).toBeVisible()
    await expect(photos).toHaveCount(1)
    await noSidewaysScroll(maker)
    expect(await findAxeFaults(maker)).toEqual([])
  })

  await test.step('the buyer sees it with its day, until it is taken away', async () => {
    await page.goto(`/orders/${number}`)
    await expect(page.getByRole('heading', { name: '做的过程' })).toBeVisible()
    const shown = page.getByRole('listitem').filter({ hasText: '大圈穿好了，今晚穿小圈' })
    await expect(shown).toContainText(/\d+ 月 \d+ 日/)
    await expect(shown.getByRole('img')).toBeVisible()
    await noSidewaysScroll(page)
    expect(await findAxeFaults(page)).toEqual([])
    await photos.getByRole('button', { name: /^拿掉/ }).click()
    await expect(maker.getByText('拿掉了，买家看不到了。')).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: '做的过程' })).toHaveCount(0)
  })

  await test.step('several labels come in one file, and none when none is ticked', async () => {
    await maker.goto('/studio/orders')
    await maker.getByText('一起打印').first().click()
    await noSidewaysScroll(maker)
    expect(await findAxeFaults(maker)).toEqual([])
    const label = () => maker.getByRole('button', { name: '打印面单' }).click()
    expect(await download(maker, label)).toMatch(/^labels-20\d\d-\d\d-\d\d\.pdf$/)
    for (const box of await maker.getByRole('checkbox', { name: /^订单 / }).all()) await box.uncheck()
    await label()
    await expect(maker.getByText('一个都没有勾。勾上要打印的，再点一次。')).toBeVisible()
  })

  await test.step('a number that looks odd is asked about, and where the parcel is can be looked up', async () => {
    await openPart(maker, number)
    await maker.getByLabel('快递').selectOption({ label: 'EMS' })
    await maker.getByLabel('运单号').fill('SF1400008123456')
    await maker.getByRole('button', { name: '寄出了' }).click()
    await expect(maker.getByText(/^这家的运单号一般像 EM123456785CN。/)).toBeVisible()
    await expect(maker.getByLabel('运单号')).toHaveValue('SF1400008123456')
    expect(await findAxeFaults(maker)).toEqual([])
    await maker.getByLabel('快递').selectOption({ label: '顺丰' })
    await maker.getByRole('checkbox', { name: '对过了，就是这个号' }).check()
    await maker.getByRole('button', { name: '寄出了' }).click()
    await expect(maker.getByText('记下了，已寄出。')).toBeVisible()
    await page.reload()
    const look = page.getByRole('link', { name: '去顺丰查 SF1400008123456' })
    await expect(look).toHaveAttribute('href', /sf-express\.com.*SF1400008123456$/)
    await noSidewaysScroll(page)
  })
})

/** From her list to the part of this very order: others may buy the same piece at the same time. */
async function openPart(page: Page, number: string): Promise<void> {
  await page.goto('/studio/orders')
  await page
    .getByRole('link')
    .filter({ hasText: `订单 ${number}` })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: `订单 ${number}` })).toBeVisible()
}

/** The name of the PDF that a press brings. */
async function download(page: Page, press: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()])
  expect((await readFile(await file.path())).subarray(0, 5).toString('latin1')).toBe('%PDF-')
  return file.suggestedFilename()
}

test('a part that is hers already says what she got, once, and not what is to make', async ({ visit }) => {
  const maker = await visit({ viewport: phone })
  await signInAs(maker, accounts.guilan)
  await maker.goto('/studio/orders')
  await maker
    .getByRole('link')
    .filter({ hasText: '已归您' })
    .filter({ hasText: '八道盘长门头结' })
    .first()
    .click()
  await expect(maker.getByRole('heading', { name: '您得到的' })).toBeVisible()
  await expect(maker.getByRole('heading', { name: '这一单的东西' })).toBeVisible()
  await expect(maker.getByRole('heading', { name: /要做的|您会得到/ })).toHaveCount(0)
  // one piece, no postage: her share is the sum
  await expect(maker.getByText('您的一份')).toBeVisible()
  await expect(maker.getByText('一共到手')).toHaveCount(0)
})

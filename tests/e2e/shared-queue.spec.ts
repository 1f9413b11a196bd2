import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { accounts } from '../fixtures/accounts'
import { desktop, expect, findAxeFaults, noSidewaysScroll, phone, test } from '../fixtures/app'
import * as listing from '../fixtures/journey-listing'

/** Two coordinators of one county read one queue, and no piece twice. */

const rowOf = (desk: Page, title: string) => desk.getByRole('row', { name: title })

async function fits(desk: Page): Promise<void> {
  for (const size of [phone, { width: 768, height: 900 }, desktop]) {
    await desk.setViewportSize(size)
    await noSidewaysScroll(desk)
  }
  expect(await findAxeFaults(desk)).toEqual([])
}

test('one queue, two coordinators', async ({ visitAs }) => {
  const title = `同看一件的挂结 ${Date.now() % 100_000}`
  const guilan = await visitAs(accounts.guilan)
  await guilan.goto('/studio')
  await listing.beginPiece(guilan)
  await listing.takePhotos(guilan)
  await listing.sayAboutIt(guilan, title)
  await listing.setPrice(guilan)
  await listing.handIn(guilan, title)

  const chen = await visitAs(accounts.coordinatorYuzhong)
  const li = await visitAs(accounts.coordinatorYuzhongSecond)
  await li.goto('/desk/listings')
  await expect(rowOf(li, title).getByRole('button', { name: `审 ${title}` })).toBeVisible()

  await test.step('she presses 审 and is on it; her colleague sees who and for how long', async () => {
    await chen.goto('/desk/listings')
    await rowOf(chen, title)
      .getByRole('button', { name: `审 ${title}` })
      .click()
    await expect(chen.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(chen.getByText(/^您在看，还有 \d+ 分钟$/)).toBeVisible()
    await expect(chen.getByRole('button', { name: '通过，上架' })).toBeVisible()
    await fits(chen)
    await rowOf(li, title)
      .getByRole('button', { name: `审 ${title}` })
      .click()
    await expect(li.getByRole('alert')).toContainText(/陈联络员（示例）正在看这一件，还有 \d+ 分钟。/)
    await li.goto('/desk/listings')
    await expect(rowOf(li, title)).toContainText(/陈联络员（示例）在看，还有 \d+ 分钟/)
    await expect(rowOf(li, title).getByRole('button')).toHaveCount(0)
    await fits(li)
    await rowOf(li, title).getByRole('link', { name: title, exact: true }).click()
    await expect(li.getByText(/陈联络员（示例）在看/)).toBeVisible()
    await expect(li.getByRole('button', { name: '通过，上架' })).toHaveCount(0)
    await expect(li.getByRole('button', { name: '我来看' })).toHaveCount(0)
  })

  await test.step('she gives it to her colleague, who finds it among her own', async () => {
    await chen.getByLabel('派给同事').selectOption({ label: '李联络员（示例）' })
    await chen.getByRole('button', { name: '派给她' }).click()
    await expect(chen.getByText('李联络员（示例）在看，还有 24 小时')).toBeVisible()
    await expect(chen.getByRole('button', { name: '通过，上架' })).toHaveCount(0)
    await li.goto('/desk/listings')
    await li.getByLabel('谁在看').selectOption({ label: '我的' })
    await li.getByRole('button', { name: '筛选' }).click()
    await expect(li).toHaveURL(/whose=mine/)
    await expect(rowOf(li, title)).toContainText('您在看，还有 24 小时 · 陈联络员（示例）派的')
    await chen.goto('/desk/listings?whose=nobody')
    await expect(rowOf(chen, title)).toHaveCount(0)
  })

  await test.step('by keys alone she gives back all that is hers; it is decided', async () => {
    await li.locator('h1').click()
    await li.keyboard.press('a')
    await expect(rowOf(li, title).getByRole('checkbox')).toBeChecked()
    await li.keyboard.press('g')
    await expect(li.getByLabel('选中的派给')).toBeFocused()
    await li.keyboard.press('Tab')
    await fits(li)
    await li.keyboard.press('Enter')
    await expect(li.getByRole('status')).toContainText(/派了 \d+ 件。/)
    await chen.goto('/desk/listings?whose=mine')
    await expect(rowOf(chen, title)).toContainText('李联络员（示例）派的')
    await rowOf(chen, title)
      .getByRole('button', { name: `审 ${title}` })
      .click()
    await chen.getByRole('button', { name: '通过，上架' }).click()
    await expect(chen.getByText('通过了，已经上架。')).toBeVisible()
    await li.goto('/desk/listings')
    await expect(rowOf(li, title)).toHaveCount(0)
  })
})

/** A photograph like no other: dots wherever chance puts them. */
async function takeOwnPhoto(name: string) {
  const part = () => Math.floor(Math.random() * 100)
  const dots = Array.from(
    { length: 14 },
    () => `<circle cx="${part()}%" cy="${part()}%" r="${4 + (part() % 9)}%" fill="hsl(0 0% ${part()}%)"/>`,
  ).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000"><rect width="100%" height="100%" fill="#888"/>${dots}</svg>`
  return { name, mimeType: 'image/jpeg', buffer: await sharp(Buffer.from(svg)).jpeg().toBuffer() }
}

/** Another seller's picture, saved from the shop and sent again. */
async function takeCopiedPhoto(name: string, sample: string) {
  const saved = await readFile(`prisma/seed/pictures/${sample}`)
  const buffer = await sharp(saved)
    .resize(800)
    .modulate({ brightness: 1.05 })
    .jpeg({ quality: 60 })
    .toBuffer()
  return { name, mimeType: 'image/jpeg', buffer }
}

/** A piece of hers up to the look over everything. */
async function write(
  maker: Page,
  title: string,
  { story, copied }: { story?: string; copied?: string } = {},
) {
  await maker.goto('/studio')
  await listing.beginPiece(maker)
  const photos = [await takeOwnPhoto('1.jpg'), await takeOwnPhoto('2.jpg')]
  photos.push(copied ? await takeCopiedPhoto('3.jpg', copied) : await takeOwnPhoto('3.jpg'))
  await maker.getByLabel('从手机里选').setInputFiles(photos)
  await expect(
    maker.getByRole('list', { name: '六张照片' }).getByRole('listitem').filter({ hasText: '重拍' }),
  ).toHaveCount(3)
  await maker.getByRole('link', { name: '下一步：说一说' }).click()
  await maker.getByLabel('叫什么').fill(title)
  await maker.getByLabel('哪样手艺').selectOption({ label: '中国结' })
  await maker.getByLabel('怎么做的，有什么讲究').fill(story ?? listing.piece.story)
  await maker.getByLabel('做一件要几个小时').fill(listing.piece.hours)
  await maker.getByLabel('用了什么料').fill(listing.piece.materials)
  await maker.getByRole('button', { name: '下一步：定价钱' }).click()
  await listing.setPrice(maker)
  await expect(maker.getByRole('heading', { name: '看一遍' })).toBeVisible()
}

test('what the rules find is told before and beside; what is clean is approved together', async ({
  visitAs,
}) => {
  test.slow()
  const mark = Date.now() % 100_000
  const titles = { clean: `干净的挂结 ${mark}`, second: `另一件挂结 ${mark}`, asked: `要问的挂结 ${mark}` }
  const guilan = await visitAs(accounts.guilan)
  const chen = await visitAs(accounts.coordinatorYuzhong)

  await test.step('she reads before she hands it in which words will be asked about', async () => {
    await write(guilan, titles.asked, {
      story: '这是全国第一的挂结。要样子打幺三八，零零零零，零幺零幺。',
      copied: 'cloisonne-caisson-teal-01.webp',
    })
    await expect(
      guilan.getByText('「怎么做的，有什么讲究」里像有电话、微信或网址。', { exact: false }),
    ).toBeVisible()
    await expect(guilan.getByText('里的「全国第一」广告法不许用。', { exact: false })).toBeVisible()
    await listing.handIn(guilan, titles.asked)
    for (const title of [titles.clean, titles.second]) {
      await write(guilan, title)
      await expect(guilan.getByText('交之前再看一眼')).toHaveCount(0)
      await listing.handIn(guilan, title)
    }
  })

  await test.step('her coordinator sees them beside the piece, the two photographs side by side', async () => {
    await expect(async () => {
      await chen.goto('/desk/listings')
      await expect(rowOf(chen, titles.asked)).toContainText('自动核对：3 处', { timeout: 500 })
    }).toPass({ timeout: 90_000, intervals: [1_000] })
    await rowOf(chen, titles.asked).getByRole('checkbox').check()
    await chen.getByRole('button', { name: '通过选中的' }).click()
    await expect(chen.getByRole('status')).toContainText('自动核对有要看的地方，请打开看过再定。')
    await rowOf(chen, titles.asked).getByRole('link', { name: titles.asked, exact: true }).click()
    const found = chen.getByRole('region', { name: '先核对这几处' })
    await expect(found).toContainText('里像有电话号码。')
    await expect(found).toContainText('广告法第九条不许用的词：全国第一。')
    await expect(found.getByRole('img')).toHaveCount(2)
    await fits(chen)
  })

  await test.step('she keeps a ready sentence, chooses it and adapts it', async () => {
    const sentence = `请把故事里的电话拿掉，买的人在店里问您。${mark}`
    await chen.getByRole('link', { name: '改常用的话' }).click()
    await chen.getByLabel('一句话').fill(sentence)
    await chen.getByRole('button', { name: '存下来' }).click()
    await expect(chen.getByRole('status')).toContainText('存下来了。')
    await fits(chen)
    await chen.goto('/desk/listings')
    await rowOf(chen, titles.asked)
      .getByRole('button', { name: `审 ${titles.asked}` })
      .click()
    await chen.getByRole('radio', { name: '别的' }).check()
    await chen.getByLabel('常用的话').selectOption({ label: sentence })
    await expect(chen.getByLabel('跟她说两句')).toHaveValue(sentence)
    await chen.getByLabel('跟她说两句').fill(`${sentence}谢谢您。`)
    await chen.getByRole('button', { name: '请她改' }).click()
    await expect(chen.getByText('告诉她了，等她改好再交。')).toBeVisible()
    await guilan.goto('/studio/products')
    await expect(guilan.getByText(`${sentence}谢谢您。`).first()).toBeVisible()
  })

  await test.step('by keys alone she ticks two clean pieces, and both go on sale', async () => {
    await chen.goto('/desk/listings?kind=new')
    for (const title of [titles.clean, titles.second]) {
      await expect(rowOf(chen, title).getByRole('checkbox')).toHaveCount(1)
      const rows = await chen.locator('.queue-row').allTextContents()
      const at = rows.findIndex((text) => text.includes(title))
      await chen.locator('h1').click()
      for (let pressed = 0; pressed <= at; pressed += 1) await chen.keyboard.press('j')
      await chen.keyboard.press('x')
      await expect(rowOf(chen, title).getByRole('checkbox')).toBeChecked()
    }
    await chen.keyboard.press('?')
    await expect(chen.getByText('审这一件')).toBeVisible()
    await fits(chen)
    await chen.getByRole('button', { name: '通过选中的' }).click()
    const said = chen.getByRole('status')
    await expect(said).toContainText('办了 2 件')
    for (const title of [titles.clean, titles.second]) {
      await expect(said).toContainText(title)
      await expect(chen.getByRole('row', { name: title })).toHaveCount(0)
    }
  })
})

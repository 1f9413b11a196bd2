import type { Route } from '@playwright/test'
import { accounts } from '../fixtures/accounts'
import { expect, test } from '../fixtures/app'
import { takePhoto } from '../fixtures/app-photos'
import { openPocket } from '../fixtures/open-pocket'

/** A photo that the shop was told of and that she takes away without a network: the phone remembers it, over a reload, and the shop waits for it no longer once there is one. */

/** Only says that a photo is coming: none of its bytes are in it. */
const isTelling = (route: Route) => !route.request().postDataBuffer()?.length

test('a photo taken away without a network is waited for no longer, by any device', async ({ visitAs }) => {
  const phone = await visitAs(accounts.xiuzhen)
  await phone.setViewportSize({ width: 360, height: 640 })
  await openPocket(phone)

  // the shop is told of five photos, and two of them do not arrive
  const through = new Set<string>()
  const held = new Set<string>()
  let letGo = 0
  let isHeld = true
  await phone.context().route('**/studio/uploads/**', async (route) => {
    const id = new URL(route.request().url()).pathname
    if (route.request().method() === 'DELETE') letGo += 1
    else if (!isTelling(route) && isHeld) {
      if (through.size < 3) through.add(id)
      if (!through.has(id)) {
        held.add(id)
        return route.abort('internetdisconnected')
      }
    }
    return route.continue()
  })
  await phone.getByRole('button', { name: '写一件新的' }).click()
  await expect(phone.getByRole('heading', { level: 1, name: '拍照片' })).toBeVisible()
  const id = new URL(phone.url()).hash.split('/')[1] ?? ''
  await phone.getByRole('link', { name: '下一步：说一说' }).click()
  await phone.getByLabel('叫什么').fill('去掉一张照片的手绳')
  await phone.getByLabel('哪样手艺').selectOption({ label: '中国结' })
  await phone.getByLabel('怎么做的，有什么讲究').fill('八股线平编，收口不用胶，挂三天再剪穗。')
  await phone.getByLabel('用了什么料').fill('五号线')
  await phone.getByLabel('做一件要几个小时').fill('2.5')
  await phone.getByRole('link', { name: '下一步：定价钱' }).click()
  await phone.getByRole('radio', { name: '现货' }).check()
  await phone.getByLabel('卖多少钱一件').fill('68')
  await phone.getByLabel('现在有几件').fill('4')
  await expect(phone.getByText('都送到了。').first()).toBeVisible({ timeout: 30_000 })
  await phone.goto(`/studio/pocket#/${id}/photos`)
  const files = await Promise.all(
    [701, 702, 703, 704, 705].map((seed) => takePhoto(`IMG_${seed}.jpg`, { seed })),
  )
  await phone.getByLabel('从手机里选').setInputFiles(files)
  await expect.poll(() => held.size, { timeout: 60_000 }).toBeGreaterThan(0)
  const tablet = await visitAs(accounts.xiuzhen)
  await tablet.goto(`/studio/products/${id}/check`)
  await expect(tablet.getByText('还有 2 张照片没送完。')).toBeVisible()

  await phone.context().setOffline(true)
  const waiting = phone
    .getByRole('list', { name: '六张照片' })
    .getByRole('listitem')
    .filter({ hasText: '在手机里，还没送' })
  await expect(waiting).toHaveCount(2)
  await waiting.first().getByRole('button', { name: /去掉/ }).click()
  await expect(waiting).toHaveCount(1)
  await phone.reload()
  await expect(waiting).toHaveCount(1)
  expect(letGo).toBe(0)

  isHeld = false
  await phone.context().setOffline(false)
  await expect(phone.getByText('都送到了。').first()).toBeVisible({ timeout: 60_000 })
  expect(letGo).toBe(1)
  await tablet.reload()
  await expect(tablet.getByText(/张照片没送完/)).toHaveCount(0)
  await tablet.goto(`/studio/products/${id}/photos`)
  const places = tablet.getByRole('list', { name: '六张照片' }).getByRole('listitem')
  await expect(places.filter({ hasText: '重拍' })).toHaveCount(4)
})

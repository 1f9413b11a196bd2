import type { Page } from '@playwright/test'
import { browserFlags } from '../../scripts/test/browser-flags'
import { chromiumOnSystem } from '../../scripts/test/find-chromium'
import { accounts, readShownCode, signInAs } from '../fixtures/accounts'
import { expect, findAxeFaults, noSidewaysScroll, phone as phoneSize, test } from '../fixtures/app'
import { day, findFaults } from '../fixtures/looks'

/** A tablet in the village hall: opened by the coordinator or by a maker, shared by two makers, each by her PIN. Whoever comes next finds nothing of the one before. */

test.use({
  launchOptions: {
    executablePath: chromiumOnSystem() ?? undefined,
    args: [...browserFlags, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  },
})

const tablet = { width: 768, height: 1024 }
const smallPhone = { width: 360, height: 740 }
const lixia = { phone: '13800000151', shop: '立夏钩坊', pin: '2580' }
const guyu = { phone: '13800000152', shop: '谷雨结艺', pin: '739182' }
/** Has an account and no shop. */
const buyer = accounts.buyer
const draftName = '没送出去的钩花杯垫'

/** What a curious neighbour could read in the browser. */
async function findTraces(page: Page): Promise<string> {
  const stored = await page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const rows: unknown[] = []
    for (const { name } of databases) {
      const database = await new Promise<IDBDatabase>((done, fail) => {
        const request = indexedDB.open(name ?? '')
        request.onsuccess = () => done(request.result)
        request.onerror = () => fail(request.error)
      })
      for (const store of database.objectStoreNames) {
        const all = await new Promise<unknown[]>((done, fail) => {
          const request = database.transaction(store).objectStore(store).getAll()
          request.onsuccess = () => done(request.result)
          request.onerror = () => fail(request.error)
        })
        for (const row of all) rows.push([store, row])
      }
      database.close()
    }
    const kept: string[] = []
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) {
        const page = await caches.match(request)
        kept.push(request.url, (await page?.clone().text()) ?? '')
      }
    const storages = [Object.entries(localStorage), Object.entries(sessionStorage)]
    return JSON.stringify([rows, storages, kept, document.cookie])
  })
  const cookies = (await page.context().cookies()).map(({ name }) => name)
  return `${stored}\ncookies: ${cookies.sort().join(' ')}`
}

async function enterPin(page: Page, { shop, pin }: { shop: string; pin: string }): Promise<void> {
  await page.getByRole('link', { name: shop }).click()
  await expect(page.getByRole('heading', { level: 1, name: shop })).toBeVisible()
  await page.getByLabel('您的密码').fill(pin)
  await page.getByRole('button', { name: '打开我的作坊' }).click()
}

async function join(page: Page, { phone, pin }: { phone: string; pin: string }): Promise<void> {
  await page.getByRole('link', { name: '我要加进来' }).click()
  await page.getByLabel('您的手机号').fill(phone)
  await page.getByRole('button', { name: '发码到我手机' }).click()
  const code = page.getByLabel('短信里的六位数字')
  await expect(code).toBeVisible()
  const digits = await readShownCode(page)
  await code.fill(digits)
  await page.getByLabel('设一个密码').fill('1234')
  await page.getByLabel('再输一遍').fill('1234')
  await page.getByRole('button', { name: '设好，打开我的作坊' }).click()
  await expect(page.locator('#pin-error')).toContainText('太好猜')
  await noSidewaysScroll(page)
  expect(await findAxeFaults(page)).toEqual([])
  await page.getByLabel('短信里的六位数字').fill(digits)
  await page.getByLabel('设一个密码').fill(pin)
  await page.getByLabel('再输一遍').fill(pin)
  await page.getByRole('button', { name: '设好，打开我的作坊' }).click()
}

const band = (page: Page, shop: string) => page.getByRole('region', { name: `共用设备：${shop}` })

test('two makers share a tablet, and neither leaves a trace', async ({ visit, visitAs }) => {
  test.slow()
  let draftId = ''
  const said = () => page.getByText('这一段先存在这部手机里')
  // a sign-in of its own: opening the device ends it
  const page = await visit()
  await signInAs(page, accounts.coordinatorYuzhongSecond, '/desk/points')
  await page.setViewportSize(tablet)

  await test.step('the coordinator makes it a service point, and is out of it herself', async () => {
    await page.goto('/desk/points')
    await page.getByLabel('这台设备叫什么').fill('双店村平板')
    await page.getByRole('button', { name: '就在这台设备上设' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '点自己的牌子' })).toBeVisible()
    await page.goto('/desk')
    await expect(page).toHaveURL(/\/point$/)
  })

  await test.step('each comes once with the code of her own phone and sets her PIN', async () => {
    await join(page, lixia)
    await expect(band(page, lixia.shop)).toBeVisible()
    await page.getByRole('button', { name: '换人' }).click()
    await expect(page).toHaveURL(/\/point$/)
    await join(page, guyu)
    await expect(band(page, guyu.shop)).toBeVisible()
    await page.getByRole('button', { name: '换人' }).click()
    await expect(page.getByRole('link', { name: lixia.shop })).toBeVisible()
    await expect(page.locator('main')).not.toContainText('1380000')
    await page.setViewportSize(smallPhone)
    await noSidewaysScroll(page)
    expect(await findAxeFaults(page)).toEqual([])
    await page.setViewportSize(tablet)
  })

  await test.step('a wrong PIN is said beside the field', async () => {
    await enterPin(page, { ...lixia, pin: '9876' })
    await expect(page.locator('#pin-error')).toContainText('还能试 4 次')
    expect(await findAxeFaults(page)).toEqual([])
    await page.goto('/point')
  })

  await test.step('her PIN opens her studio, and neither cards nor consents nor her account', async () => {
    await enterPin(page, lixia)
    await expect(band(page, lixia.shop)).toBeVisible()
    await noSidewaysScroll(page)
    expect(await findAxeFaults(page)).toEqual([])
    for (const path of ['/studio/settings', '/studio/helpers', '/account', '/account/close', '/studio/point'])
      expect([path, (await page.request.get(path)).status()]).toEqual([path, 403])
    const answer = await page.request.get('/studio')
    expect(answer.headers()['cache-control']).toContain('no-store')
    // whatever her pages offer there, she may open
    for (const from of [
      '/studio',
      '/studio/income',
      '/studio/orders',
      '/studio/products',
      '/studio/calendar',
    ]) {
      await page.goto(from)
      const offered = await page
        .locator('main a[href^="/studio"]')
        .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))])
      for (const to of offered)
        expect([from, to, (await page.request.get(to)).status()]).toEqual([from, to, 200])
    }
    await page.goto('/studio')
  })

  await test.step('what she wrote without a network waits sealed, and the next one finds nothing', async () => {
    await page.goto('/studio/pocket')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.getByRole('button', { name: '写一件新的' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '拍照片' })).toBeVisible()
    await expect(page.getByText('都送到了。')).toBeVisible()
    draftId = new URL(page.url()).hash.split('/')[1] ?? ''
    await page.goto(`/studio/products/${draftId}/voice`)
    await page.getByRole('button', { name: '开始录' }).press('Enter')
    await expect(page.getByRole('timer')).toContainText(/还能说 5[0-8] 秒/)
    await page.getByRole('button', { name: '说完了' }).press('Enter')
    await expect(said()).toBeVisible()
    await page.goto(`/studio/pocket#/${draftId}/photos`)
    await page.context().setOffline(true)
    await page.getByRole('link', { name: '下一步：说一说' }).click()
    await page.getByLabel('叫什么').fill(draftName)
    await expect.poll(() => findTraces(page)).toContain(draftName)
    await page.getByRole('button', { name: '换人' }).click()
    await expect(page.getByLabel('叫什么')).toHaveCount(0)
    // the shop has not heard that she went: the tiles see to it before anybody can go on as her
    await page.context().setOffline(false)
    await page.goto('/point')
    await expect(page.getByText('上一位的作坊还开着')).toHaveCount(0)
    await expect(page.getByRole('link', { name: guyu.shop })).toBeVisible()
    await expect.poll(() => findTraces(page)).toMatch(/cookies: point shared$/)
    const traces = await findTraces(page)
    expect(traces).not.toContain(draftName)
    expect(traces).not.toContain('"recordings"')
    expect(traces).toContain('sealed')
    await page.goBack()
    await expect(page.getByText('点自己的牌子').first()).toBeVisible()
    await expect(page.getByText(draftName)).toHaveCount(0)
  })

  await test.step('another one’s pocket is empty; hers is whole when she comes back', async () => {
    await page.goto('/point')
    await enterPin(page, guyu)
    await expect(band(page, guyu.shop)).toBeVisible()
    await page.goto('/studio/pocket')
    await expect(page.getByText(draftName)).toHaveCount(0)
    await page.getByRole('button', { name: '换人' }).click()
    await expect(page).toHaveURL(/\/point$/)
    await enterPin(page, lixia)
    await expect(band(page, lixia.shop)).toBeVisible()
    await page.goto('/studio/pocket')
    await expect(page.getByRole('link', { name: draftName })).toBeVisible()
    await page.goto(`/studio/products/${draftId}/voice`)
    await expect(said()).toBeVisible()
    await page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.play())
  })

  await test.step('two minutes without a touch, and the tiles are back', async () => {
    await page.goto('/studio')
    await page.clock.install()
    await page.reload()
    await expect(band(page, lixia.shop)).toBeVisible()
    await page.clock.fastForward(105_000)
    await expect(page.getByText(/秒后换人/)).toBeVisible()
    await page.clock.fastForward(20_000)
    await page.clock.runFor(5_000)
    await expect(page).toHaveURL(/\/point$/)
    await page.goto('/studio/orders')
    await expect(page).toHaveURL(/\/point$/)
  })

  await test.step('the desk ends it, and the device is anybody’s again', async () => {
    const desk = await visitAs(accounts.coordinatorYuzhong)
    await desk.goto('/desk/points')
    await noSidewaysScroll(desk)
    expect(await findAxeFaults(desk)).toEqual([])
    await desk.getByRole('button', { name: '停掉「双店村平板」' }).click()
    await expect(desk.getByRole('status')).toContainText('停掉了')
    await page.goto('/point')
    await expect(page.getByText('这台设备已经不是服务点了。')).toBeVisible()
    await page.goto('/sign-in')
    await expect(page.getByLabel('手机号')).toBeVisible()
  })
})

test('a maker makes a tablet a service point from her own studio, mistakes and all, and ends it from her phone', async ({
  visit,
}) => {
  test.slow()
  const name = '东滩村小平板'
  const page = await visit({ viewport: tablet })
  const press = (button: string) => page.getByRole('button', { name: button }).click()

  await test.step('a tablet that is nobody’s leads there by signing in', async () => {
    await page.goto('/point')
    await expect(page.getByRole('heading', { level: 1, name: '这台设备不是服务点' })).toBeVisible()
    await page.getByRole('link', { name: '把这台设备设成服务点' }).click()
    await expect(page).toHaveURL(/\/sign-in\?returnTo=%2Fstudio%2Fpoint/)
    await signInAs(page, lixia.phone, '/studio/point')
    await expect(page).toHaveURL(/\/studio\/point$/)
    await expect(page.getByText('还没有设过。')).toBeVisible()
  })

  await test.step('what is wrong is said beside its field, and what she wrote stays', async () => {
    await press('就在这台设备上设')
    await expect(page.locator('#name-error')).toBeVisible()
    await page.getByLabel('这台设备叫什么').fill('平'.repeat(41))
    const place = await page.getByLabel('放在哪儿').inputValue()
    await press('就在这台设备上设')
    await expect(page.locator('#name-error')).toBeVisible()
    await expect(page.getByLabel('这台设备叫什么')).toHaveValue('平'.repeat(41))
    await expect(page.getByLabel('放在哪儿')).toHaveValue(place)
    await page.getByLabel('这台设备叫什么').fill(name)
    await page.getByLabel('放在哪儿').evaluate((list) => {
      for (const choice of list.querySelectorAll('option')) choice.value = `region:${crypto.randomUUID()}`
    })
    await press('就在这台设备上设')
    await expect(page.locator('#place-error')).toContainText('请从里面选一个地方')
    await expect(page.getByLabel('这台设备叫什么')).toHaveValue(name)
    await noSidewaysScroll(page)
    expect(await findAxeFaults(page)).toEqual([])
  })

  await test.step('what lies on the tablet alone would be gone: that is said before', async () => {
    await page.goto('/studio/pocket')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await expect(page.getByText('都送到了。').first()).toBeVisible()
    await page.route('**/studio/pocket/drafts*', (route) => route.abort('internetdisconnected'))
    await page.getByRole('button', { name: '写一件新的' }).click()
    await page.getByRole('link', { name: '下一步：说一说' }).click()
    await page.getByLabel('叫什么').fill(draftName)
    await expect.poll(() => findTraces(page)).toContain(draftName)
    await page.goto('/studio/point')
    await expect(page.getByText('这台设备上有 1 件还没送上去。')).toBeVisible()
    await noSidewaysScroll(page)
    expect(await findAxeFaults(page)).toEqual([])
    await page.getByLabel('这台设备叫什么').fill(name)
  })

  await test.step('pressed twice it is one point, and she is out of the tablet in every tab', async () => {
    const tab = await page.context().newPage()
    await tab.goto('/studio')
    await expect(tab.getByRole('heading', { level: 1 })).toBeVisible()
    await page.getByRole('button', { name: '就在这台设备上设' }).dblclick()
    await expect(page.getByRole('heading', { level: 1, name: '点自己的牌子' })).toBeVisible()
    await expect(page.getByText('还没有人。')).toBeVisible()
    await tab.reload()
    await expect(tab).toHaveURL(/\/point$/)
    await tab.close()
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1, name: '点自己的牌子' })).toBeVisible()
    await expect.poll(() => findTraces(page)).toMatch(/cookies: point shared$/)
    const traces = await findTraces(page)
    expect(traces).not.toContain(lixia.shop)
    expect(traces).not.toContain(draftName)
    await page.goto('/studio/pocket')
    await expect(page.getByText('先点自己的牌子，再写。').first()).toBeVisible()
    await page.goto('/point')
  })

  await test.step('a number without a shop, a wrong code and two PINs that differ bring nobody in', async () => {
    await page.goto('/point/join')
    await page.getByLabel('您的手机号').fill('1380000')
    await press('发码到我手机')
    await expect(page.locator('#phone-error')).toBeVisible()
    await page.getByLabel('您的手机号').fill(buyer)
    await press('发码到我手机')
    await expect(page.getByLabel('短信里的六位数字')).toBeVisible()
    const fillPins = async (code: string, pin: string, again = pin) => {
      await page.getByLabel('短信里的六位数字').fill(code)
      await page.getByLabel('设一个密码').fill(pin)
      await page.getByLabel('再输一遍').fill(again)
      await press('设好，打开我的作坊')
    }
    const digits = await readShownCode(page)
    await fillPins(digits, '2580', '2508')
    await expect(page.locator('#again-error')).toContainText('两次输的不一样')
    await fillPins(digits === '111111' ? '222222' : '111111', '2580')
    await expect(page.locator('#code-error')).toBeVisible()
    await fillPins(digits, '2580')
    await expect(page.getByRole('alert')).toContainText('这个号码名下没有店铺')
    await press('换个号码')
    await expect(page.getByLabel('您的手机号')).toHaveValue('')
    await page.goto('/point')
    await expect(page.getByText('还没有人。')).toBeVisible()
  })

  await test.step('two makers come, and change over by one press each', async () => {
    await join(page, lixia)
    await expect(band(page, lixia.shop)).toBeVisible()
    await press('换人')
    await join(page, guyu)
    await expect(band(page, guyu.shop)).toBeVisible()
    await press('换人')
    await expect(page).toHaveURL(/\/point$/)
    // a step back leads to the tiles or to an empty form for whoever comes next, as the browser keeps its steps: never to her shop
    await page.goBack()
    const tiles = page.getByRole('heading', { level: 1, name: '点自己的牌子' })
    await expect(tiles.or(page.getByLabel('您的手机号'))).toBeVisible()
    for (const field of await page.locator('input:visible').all()) await expect(field).toHaveValue('')
    await expect(band(page, guyu.shop)).toHaveCount(0)
    await page.goto('/point')
    await enterPin(page, lixia)
    await expect(band(page, lixia.shop)).toBeVisible()
    await press('换人')
  })

  await test.step('five wrong PINs stop it, and the code of her own phone sets a new one', async () => {
    await page.getByRole('link', { name: guyu.shop }).click()
    for (const left of [4, 3, 2, 1]) {
      await page.getByLabel('您的密码').fill('4826')
      await press('打开我的作坊')
      await expect(page.locator('#pin-error')).toContainText(`还能试 ${left} 次`)
    }
    await page.getByLabel('您的密码').fill('4826')
    await press('打开我的作坊')
    await expect(page.locator('#pin-error')).toContainText('先停用')
    await expect(page.getByRole('button', { name: '打开我的作坊' })).toBeDisabled()
    await page.reload()
    await expect(page.getByRole('button', { name: '打开我的作坊' })).toBeDisabled()
    await page.goto('/point')
    await join(page, { ...guyu, pin: '4826' })
    await expect(band(page, guyu.shop)).toBeVisible()
  })

  await test.step('from her own phone she takes her tile off and ends what she opened: whoever is at the tablet is out', async () => {
    const hers = await visit({ viewport: phoneSize })
    await signInAs(hers, lixia.phone, '/studio/point')
    expect(await findFaults(hers, ['/studio/point', '/en/studio/point'], [360, 768, 1280].map(day))).toEqual(
      [],
    )
    await hers.goto('/studio/point')
    await expect(hers.getByRole('button', { name: `停掉「${name}」` })).toHaveCount(1)
    await hers.getByRole('button', { name: `从「${name}」拿走我的牌子` }).click()
    await expect(hers.getByRole('status')).toContainText('拿走了')
    await hers.getByRole('button', { name: `停掉「${name}」` }).click()
    await expect(hers.getByRole('status')).toContainText('停掉了')
    await page.goto('/studio')
    await page.goto('/point')
    await expect(page.getByRole('heading', { level: 1, name: '这台设备不是服务点' })).toBeVisible()
    await expect.poll(() => findTraces(page)).toMatch(/cookies: $/)
    expect(await findTraces(page)).not.toContain(guyu.shop)
  })
})

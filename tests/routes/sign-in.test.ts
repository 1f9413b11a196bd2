import { beforeEach, describe, expect, it, vi } from 'vitest'
import { findActor } from '../../app/modules/auth/find-actor.server'
import { prisma } from '../../app/platform/db/prisma.server'
import { loader as lookAtExport } from '../../app/routes/account/export'
import { action as accountAction, loader as accountLoader } from '../../app/routes/account/home'
import { loader as phonePage, action as sendCode } from '../../app/routes/account/sign-in'
import { loader as codePage, action as enterCode } from '../../app/routes/account/sign-in-code'
import { loader as mailPage } from '../../app/routes/account/sign-in-mail'
import { action as leave, loader as lookAtLeaving } from '../../app/routes/account/sign-out'
import { Browser } from './browser'

vi.spyOn(process.stdout, 'write').mockReturnValue(true)

let next = 0
function newcomer(): { phone: string; browser: Browser } {
  next += 1
  return { phone: `1360000${String(next).padStart(4, '0')}`, browser: new Browser(`10.2.${next}.1`) }
}

async function codeOnPage(browser: Browser): Promise<string> {
  const page = await browser.keep(await codePage(browser.ask('/sign-in/code'))).json()
  return page.shownCode
}

async function signInWith(browser: Browser, phone: string, returnTo = '/'): Promise<Response> {
  browser.keep(await sendCode(browser.ask('/sign-in', { phone, returnTo })))
  const code = await codeOnPage(browser)
  return browser.keep(await enterCode(browser.ask('/sign-in/code', { code })))
}

beforeEach(async () => {
  await prisma.setting.deleteMany()
})

describe('signing in', () => {
  it('takes two forms, shows the demo’s code once, and goes back where she came from', async () => {
    const { phone, browser } = newcomer()
    browser.cookies.set('cart', 'a-guest-cart')
    const sent = browser.keep(
      await sendCode(browser.ask('/sign-in', { phone, returnTo: '/products/red-knot?x=1' })),
    )
    expect([sent.status, sent.headers.get('Location')]).toEqual([302, '/sign-in/code'])
    const page = await browser.keep(await codePage(browser.ask('/sign-in/code'))).json()
    expect(page).toMatchObject({ phone: phone.replace(/^(...)(....)/, '$1 $2 '), minutes: 5 })
    expect(page.shownCode).toMatch(/^\d{6}$/)
    expect(page.waitSeconds).toBeGreaterThan(50)
    expect(await codeOnPage(browser)).toBeNull()
    const entered = browser.keep(await enterCode(browser.ask('/sign-in/code', { code: page.shownCode })))
    expect([entered.status, entered.headers.get('Location')]).toEqual([302, '/products/red-knot?x=1'])
    expect([...browser.cookies.keys()]).toEqual(['cart', 'session', 'device'])
    expect(await findActor(browser.ask('/').request)).toMatchObject({ role: 'buyer' })
  })

  it('says that a link was sent to whoever asked for one, and shows others the form', async () => {
    const { browser } = newcomer()
    const stranger = await mailPage(browser.ask('/en/sign-in/mail'))
    expect([stranger.status, stranger.headers.get('Location')]).toEqual([302, '/en/sign-in'])
    const asked = { intent: 'email', email: 'abroad@example.org', returnTo: '/' }
    const sent = browser.keep(await sendCode(browser.ask('/en/sign-in', asked)))
    expect(sent.headers.get('Location')).toBe('/en/sign-in/mail')
    expect((await mailPage(browser.ask('/en/sign-in/mail'))).status).toBe(200)
  })

  it('stays in English', async () => {
    const { phone, browser } = newcomer()
    const sent = browser.keep(await sendCode(browser.ask('/en/sign-in', { phone, returnTo: '/en/cart' })))
    expect(sent.headers.get('Location')).toBe('/en/sign-in/code')
    const code = await codeOnPage(browser)
    const entered = await enterCode(browser.ask('/en/sign-in/code', { code }))
    expect(browser.keep(entered).headers.get('Location')).toBe('/en/cart')
  })

  it('never leads to another site', async () => {
    const { phone, browser } = newcomer()
    expect((await signInWith(browser, phone, '//evil.example')).headers.get('Location')).toBe('/')
    const { returnTo } = await phonePage(browser.ask('/sign-in?returnTo=https%3A%2F%2Fevil.example'))
    expect(returnTo).toBe('/')
  })

  it('puts neither phone nor code into an address', async () => {
    const { phone, browser } = newcomer()
    const sent = browser.keep(await sendCode(browser.ask('/sign-in', { phone })))
    expect(sent.headers.get('Location')).not.toMatch(/\d{4}/)
    for (const cookie of sent.headers.getSetCookie()) expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/)
  })

  it('gives a new session and ends the one before', async () => {
    const { phone, browser } = newcomer()
    await signInWith(browser, phone)
    const before = browser.ask('/').request
    await prisma.setting.create({ data: { key: 'codes.resendSeconds', value: 0 } })
    await signInWith(browser, phone)
    expect(await findActor(before)).toBeNull()
    expect(await findActor(browser.ask('/').request)).not.toBeNull()
  })

  it('sends nothing twice to somebody who goes back and asks again', async () => {
    const { phone, browser } = newcomer()
    browser.keep(await sendCode(browser.ask('/sign-in', { phone })))
    const code = await codeOnPage(browser)
    const again = browser.keep(await sendCode(browser.ask('/sign-in', { phone })))
    expect([again.status, again.headers.get('Location')]).toEqual([302, '/sign-in/code'])
    expect(browser.keep(await enterCode(browser.ask('/sign-in/code', { code }))).status).toBe(302)
  })
})

describe('what goes wrong', () => {
  it('says what is wrong with a number, beside it, and keeps what was typed', async () => {
    const { browser } = newcomer()
    const response = browser.keep(
      await sendCode(browser.ask('/sign-in', { phone: '1380000010', returnTo: '/cart' })),
    )
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({
      errors: { phone: '手机号是 11 位，现在是 10 位。' },
      values: { phone: '1380000010', returnTo: '/cart' },
    })
  })

  it('says what is wrong with a code, and in English on the English page', async () => {
    const { phone, browser } = newcomer()
    browser.keep(await sendCode(browser.ask('/en/sign-in', { phone })))
    const short = browser.keep(await enterCode(browser.ask('/en/sign-in/code', { code: '12345' })))
    expect(short.status).toBe(422)
    expect((await short.json()).errors.code).toMatch(/^The code has six digits/)
    const code = await codeOnPage(browser)
    const other = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    const wrong = browser.keep(await enterCode(browser.ask('/sign-in/code', { code: other })))
    expect(wrong.status).toBe(422)
    expect((await wrong.json()).errors.code).toMatch(/^这个码不对/)
  })

  it('asks for patience in words when another is wanted too soon', async () => {
    const { phone, browser } = newcomer()
    browser.keep(await sendCode(browser.ask('/sign-in', { phone })))
    const response = browser.keep(await enterCode(browser.ask('/sign-in/code', { intent: 'resend' })))
    expect(response.status).toBe(429)
    const [, seconds] = /^刚发过一条。(\d+) 秒后可以再发。$/.exec((await response.json()).formError) ?? []
    expect(seconds).toBeDefined()
    expect(response.headers.get('Retry-After')).toBe(seconds)
  })

  it('leads back to the first screen when nothing is pending, or the cookie was made up', async () => {
    const { browser } = newcomer()
    const first = browser.keep(await codePage(browser.ask('/en/sign-in/code')))
    expect(first.headers.get('Location')).toBe('/en/sign-in')
    browser.cookies.set('sign-in', btoa(JSON.stringify({ phone: '13800000101', returnTo: '/' })))
    const forged = browser.keep(await enterCode(browser.ask('/sign-in/code', { code: '123456' })))
    expect(forged.headers.get('Location')).toBe('/sign-in')
  })

  it.each(['\u0000', '\ud800', '😀'.repeat(11), '1'.repeat(20_000), '-1', '1e9', '１'])(
    'refuses %j kindly',
    async (text) => {
      const { phone, browser } = newcomer()
      const asked = browser.keep(await sendCode(browser.ask('/sign-in', { phone: text, returnTo: text })))
      expect(asked.status).toBe(422)
      browser.keep(await sendCode(browser.ask('/sign-in', { phone })))
      const entered = browser.keep(await enterCode(browser.ask('/sign-in/code', { code: text })))
      expect(entered.status).toBe(422)
    },
  )
})

describe('leaving', () => {
  it('takes a form; looking at the address changes nothing', async () => {
    const { phone, browser } = newcomer()
    await signInWith(browser, phone)
    expect(browser.keep(await lookAtLeaving(browser.ask('/sign-out'))).status).toBe(302)
    const looked = await lookAtExport(browser.ask('/en/account/export'))
    expect([looked.status, looked.headers.get('Location')]).toEqual([302, '/en/account'])
    const before = browser.ask('/').request
    expect(await findActor(before.clone())).not.toBeNull()
    const left = browser.keep(await leave(browser.ask('/sign-out', {})))
    expect(left.headers.get('Location')).toBe('/')
    expect(browser.cookies.has('session')).toBe(false)
    expect(await findActor(before)).toBeNull()
  })

  it('signs one device out, or all, from my account', async () => {
    const { phone, browser } = newcomer()
    const phoneBrowser = new Browser(browser.address)
    await signInWith(browser, phone)
    await prisma.setting.create({ data: { key: 'codes.resendSeconds', value: 0 } })
    await signInWith(phoneBrowser, phone)
    const page = await accountLoader(browser.ask('/account'))
    expect(page).toMatchObject({ maskedPhone: `136****${phone.slice(-4)}`, name: null, roles: ['buyer'] })
    expect(JSON.stringify(page)).not.toContain(phone)
    const other = page.devices.find(({ isThisOne }) => !isThisOne)
    await accountAction(browser.ask('/account?index', { sessionId: other?.id ?? '' }))
    expect(await findActor(phoneBrowser.ask('/').request)).toBeNull()
    expect(await findActor(browser.ask('/').request)).not.toBeNull()
    const before = browser.ask('/').request
    browser.keep(await accountAction(browser.ask('/account?index', { intent: 'end-all' })))
    expect(await findActor(before)).toBeNull()
  })
})

import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findActors } from '~/modules/auth/find-actor.server'
import { resetFactor } from '~/modules/roles/reset-factor.server'
import { openSteps, timeCode } from '~/platform/secrets/totp.server'
import { loader as codePage, action as enterCode } from '../../app/routes/account/staff-code'
import { action as setUp, loader as setUpPage } from '../../app/routes/account/staff-set-up'
import { action as enterPassword, loader as passwordPage } from '../../app/routes/account/staff-sign-in'
import { loader as users } from '../../app/routes/admin/users'
import { findTimeSecret } from '../fixtures/factors'
import { owner, passSeconds } from '../fixtures/owner'
import { buildActor, buildGround, regionId } from '../fixtures/world'
import { Browser } from './browser'
import { type SignedIn, setUpFactor, signInAsBuyer, signInAsStaff } from './sign-in-as'

vi.spyOn(process.stdout, 'write').mockReturnValue(true)
beforeAll(buildGround)
beforeEach(() => passSeconds(1200))

const password = '只有她想得到的一句话'
let next = 100
function newPhone(): string {
  next += 1
  return `1380001${String(next).padStart(4, '0')}`
}
const codeOf = async (userId: string, which: 1 | 2) =>
  timeCode(await findTimeSecret(userId), openSteps()[which] ?? 0)

/** A browser that holds a cookie header. */
function browserWith(cookie: string): Browser {
  const browser = new Browser('10.3.0.1')
  const [name = '', value = ''] = cookie.split(/=(.*)/)
  browser.cookies.set(name, value)
  return browser
}

async function thrownBy(work: Promise<unknown>): Promise<Response> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(thrown instanceof Response)) throw new Error('no response was thrown')
  return thrown
}

async function rolesIn(browser: Browser): Promise<string[]> {
  return (await findActors(browser.ask('/').request)).map(({ role }) => role)
}

async function enter(browser: Browser, phone: string, code: string): Promise<Response> {
  const led = browser.keep(
    await enterPassword(browser.ask('/sign-in/staff', { phone, password, returnTo: '/admin/users' })),
  )
  if (led.status !== 302) return led
  expect(led.headers.get('Location')).toBe('/sign-in/staff/code')
  return browser.keep(await enterCode(browser.ask('/sign-in/staff/code', { code })))
}

describe('a staff role', () => {
  it('does not work in a session that has proved a phone alone: it leads to setting up, then to the desk', async () => {
    const phone = newPhone()
    const browser = browserWith(await signInAsBuyer(phone))
    const [{ userId = '' } = {}] = await findActors(browser.ask('/').request)
    await owner.userRole.create({ data: { userId, role: 'admin' } })
    expect(await rolesIn(browser)).toEqual(['buyer'])
    const led = await thrownBy(users(browser.ask('/admin/users?name=x')))
    expect([led.status, led.headers.get('Location')]).toEqual([
      302,
      '/sign-in/staff/set-up?returnTo=%2Fadmin%2Fusers%3Fname%3Dx',
    ])

    const address = '/sign-in/staff/set-up?returnTo=%2Fadmin%2Fusers'
    const page = async () => setUpPage(browser.ask(address))
    expect((await page()).setUp).toEqual({ step: 'password' })
    const wrong: [string, string][] = [
      ['九个字的密码不够长', '10'],
      ['1234567890', '太容易猜'],
      ['a-1-b-1-a-1-b', '太容易猜'],
      [`${phone}是我的号`, '自己的手机号'],
      ['', '这一项要填。'],
    ]
    for (const [text, said] of wrong) {
      const refused = browser.keep(await setUp(browser.ask(address, { intent: 'password', password: text })))
      expect([text, refused.status]).toEqual([text, 422])
      expect((await refused.json()).errors.password).toContain(said)
    }
    const begun = browser.keep(await setUp(browser.ask(address, { intent: 'password', password })))
    expect(begun.headers.get('Location')).toBe(address)
    const shown = (await page()).setUp
    expect(shown).toMatchObject({
      step: 'app',
      secret: expect.stringMatching(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/),
    })
    expect('secret' in shown && shown.secret.replaceAll(' ', '')).toBe(await findTimeSecret(userId))
    expect(await rolesIn(browser)).toEqual(['buyer'])

    const bad = browser.keep(await setUp(browser.ask(address, { intent: 'code', code: '12345' })))
    expect((await bad.json()).errors.code).toMatch(/^动态码是六位数字/)
    const before = browser.ask('/').request
    const done = browser.keep(
      await setUp(browser.ask(address, { intent: 'code', code: await codeOf(userId, 1) })),
    )
    const { recoveryCodes, next: onwards } = await done.json()
    expect([recoveryCodes.length, new Set(recoveryCodes).size, onwards]).toEqual([10, 10, '/admin/users'])
    expect(await rolesIn(browser)).toEqual(['buyer', 'admin'])
    expect((await findActors(before.clone())).map(({ role }) => role)).toEqual(['buyer'])
    await passSeconds(61)
    expect(await findActors(before)).toEqual([])
    expect((await page()).setUp).toEqual({ step: 'done' })
    const again = browser.keep(await setUp(browser.ask(address, { intent: 'password', password })))
    expect(again.status).toBe(409)

    const elsewhere = new Browser('10.3.0.2')
    const [recovery = ''] = recoveryCodes
    expect((await enter(elsewhere, phone, recovery.toLowerCase())).headers.get('Location')).toBe(
      '/admin/users',
    )
    expect(await rolesIn(elsewhere)).toEqual(['buyer', 'admin'])
    expect((await enter(new Browser('10.3.0.3'), phone, recovery)).status).toBe(422)
    expect(
      await owner.auditEvent.count({ where: { subjectId: userId, action: 'factor.recovery_used' } }),
    ).toBe(1)
  })

  it('cannot be set up by somebody who has none', async () => {
    const browser = browserWith(await signInAsBuyer(newPhone()))
    const asked = setUp(browser.ask('/sign-in/staff/set-up', { intent: 'password', password }))
    expect((await thrownBy(asked)).status).toBe(404)
  })
})

describe('signing in by password and code', () => {
  it('takes a code once, in any number of browsers at one moment', async () => {
    const phone = newPhone()
    const { userId } = await signInAsStaff(phone, 'finance')
    const code = await codeOf(userId, 1)
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => enter(new Browser('10.3.0.4'), phone, code)),
    )
    expect(answers.filter(({ status }) => status === 302)).toHaveLength(1)
    for (const refused of answers.filter(({ status }) => status === 422))
      expect((await refused.json()).errors.code).toMatch(/^这个码刚用过了/)
    const later = new Browser('10.3.0.5')
    expect((await enter(later, phone, await codeOf(userId, 2))).headers.get('Location')).toBe('/desk')
    const step = (await owner.usedStep.findFirstOrThrow({ where: { factor: { userId } } })).step
    const { id: factorId } = await owner.secondFactor.findUniqueOrThrow({ where: { userId } })
    await expect(owner.usedStep.create({ data: { factorId, step } })).rejects.toThrow(/Unique constraint/)
  })

  it('says the same of a wrong password, a number without a second factor and one of nobody', async () => {
    const phone = newPhone()
    await signInAsStaff(phone, 'finance')
    const buyer = newPhone()
    await signInAsBuyer(buyer)
    const said = new Set<string>()
    for (const [number, word] of [
      [phone, '不是她的密码啊啊啊'],
      [buyer, password],
      [newPhone(), password],
    ] as const) {
      const browser = new Browser('10.3.0.6')
      const refused = browser.keep(
        await enterPassword(browser.ask('/sign-in/staff', { phone: number, password: word })),
      )
      expect(refused.status).toBe(422)
      said.add(JSON.stringify((await refused.json()).errors))
      expect((await thrownBy(codePage(browser.ask('/sign-in/staff/code')))).headers.get('Location')).toBe(
        '/sign-in/staff',
      )
    }
    expect(said.size).toBe(1)
  })

  it('is slowed down by nobody who guesses elsewhere, however many, where she was right before', async () => {
    const phone = newPhone()
    const { userId } = await signInAsStaff(phone, 'coordinator', await regionId('620123'))
    const hers = new Browser('10.3.1.1')
    expect((await enter(hers, phone, await codeOf(userId, 1))).status).toBe(302)
    const guess = async (address: string) =>
      (
        await enterPassword(
          new Browser(address).ask('/sign-in/staff', { phone, password: '猜一个密码试试看' }),
        )
      ).status
    for (let at = 0; at < 20; at += 1)
      await Promise.all(Array.from({ length: 11 }, () => guess(`10.4.${at}.1`)))
    expect(await guess('10.4.99.1')).toBe(429)
    expect((await enter(new Browser('10.3.1.1'), phone, await codeOf(userId, 2))).status).toBe(302)
    await passSeconds(3601)
    expect(await guess('10.4.99.1')).toBe(422)
  })

  it('is kept from an address that guesses at everybody', async () => {
    const phones = Array.from({ length: 7 }, newPhone)
    for (const phone of phones) await signInAsStaff(phone, 'finance')
    const guess = async (phone: string) =>
      (
        await enterPassword(
          new Browser('10.5.0.1').ask('/sign-in/staff', { phone, password: '猜一个密码试试看' }),
        )
      ).status
    const statuses: number[] = []
    for (const phone of phones) for (let turn = 0; turn < 10; turn += 1) statuses.push(await guess(phone))
    expect(statuses.filter((status) => status === 422)).toHaveLength(60)
    expect(statuses.slice(60).every((status) => status === 429)).toBe(true)
  })

  it('slows guesses down, and is fast again after she was right', async () => {
    const phone = newPhone()
    const { userId } = await signInAsStaff(phone, 'finance')
    const browser = new Browser('10.3.0.7')
    const guess = async () =>
      (await enterPassword(browser.ask('/sign-in/staff', { phone, password: '猜一个密码试试看' }))).status
    const statuses = await Promise.all(Array.from({ length: 25 }, guess))
    expect(statuses.filter((status) => status === 422)).toHaveLength(11)
    expect(statuses.filter((status) => status === 429)).toHaveLength(14)
    const refused = browser.keep(await enter(browser, phone, '000000'))
    expect([refused.status, (await refused.json()).formError]).toEqual([
      429,
      expect.stringMatching(/\d+ 秒以后再试/),
    ])
    await passSeconds(31)
    expect((await enter(browser, phone, await codeOf(userId, 1))).status).toBe(302)
    expect(await owner.secondFactor.findUniqueOrThrow({ where: { userId } })).toMatchObject({ tries: 0 })
  })

  it('believes no cookie that was made up or has waited too long', async () => {
    const browser = new Browser('10.3.0.8')
    browser.cookies.set(
      'staff-sign-in',
      btoa(
        JSON.stringify({
          factorId: crypto.randomUUID(),
          userId: crypto.randomUUID(),
          returnTo: '/',
          until: 9e15,
        }),
      ),
    )
    expect((await thrownBy(codePage(browser.ask('/sign-in/staff/code')))).status).toBe(302)
    const phone = newPhone()
    const { userId } = await signInAsStaff(phone, 'finance')
    browser.keep(await enterPassword(browser.ask('/sign-in/staff', { phone, password })))
    const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 11 * 60_000)
    const late = thrownBy(enterCode(browser.ask('/sign-in/staff/code', { code: await codeOf(userId, 1) })))
    expect((await late).headers.get('Location')).toBe('/sign-in/staff')
    now.mockRestore()
  })
})

describe('a session that nobody uses', () => {
  const idle = 30 * 60

  async function begin(role: 'finance' | null): Promise<{ browser: Browser; signedIn: SignedIn | null }> {
    const phone = newPhone()
    const signedIn = role ? await signInAsStaff(phone, role) : null
    return { browser: browserWith(signedIn?.cookie ?? (await signInAsBuyer(phone))), signedIn }
  }

  it('of staff ends after half an hour and says why; using it keeps it', async () => {
    const { browser } = await begin('finance')
    await passSeconds(idle - 60)
    expect(await rolesIn(browser)).toContain('finance')
    await passSeconds(idle - 60)
    expect(await rolesIn(browser)).toContain('finance')
    await passSeconds(idle + 1)
    expect(await rolesIn(browser)).toEqual([])
    const led = await thrownBy(users(browser.ask('/admin/users')))
    expect(led.headers.get('Location')).toBe('/sign-in/staff?returnTo=%2Fadmin%2Fusers&left=idle')
    expect(await passwordPage(browser.ask(led.headers.get('Location') ?? ''))).toMatchObject({
      wasIdle: true,
      returnTo: '/admin/users',
    })
  })

  it('of a buyer stays', async () => {
    const { browser } = await begin(null)
    await passSeconds(idle * 10)
    expect(await rolesIn(browser)).toEqual(['buyer'])
  })
})

describe('a lost phone', () => {
  it('is answered by an administrator: out at once, audited, and set up anew', async () => {
    const phone = newPhone()
    const her = await signInAsStaff(phone, 'finance')
    const admin = await buildActor({ role: 'admin' })
    const browser = new Browser('10.3.0.9')
    browser.keep(await enterPassword(browser.ask('/sign-in/staff', { phone, password })))
    const secret = await findTimeSecret(her.userId)
    await resetFactor({ actor: admin, userId: her.userId, reason: '手机丢了，当面认过' })
    expect(await rolesIn(browserWith(her.cookie))).toEqual([])
    const late = browser.keep(
      await enterCode(browser.ask('/sign-in/staff/code', { code: timeCode(secret, openSteps()[1] ?? 0) })),
    )
    expect(late.status).toBe(422)
    expect(
      await owner.auditEvent.findFirstOrThrow({ where: { action: 'factor.reset', subjectId: her.userId } }),
    ).toMatchObject({
      actorUserId: admin.userId,
      reason: '手机丢了，当面认过',
    })
    await expect(resetFactor({ actor: admin, userId: her.userId, reason: '再来' })).rejects.toMatchObject({
      key: 'factors.resetNothing',
    })
    const anew = await setUpFactor(phone)
    expect(await rolesIn(browserWith(anew.cookie))).toContain('finance')
    expect(await findTimeSecret(her.userId)).not.toBe(secret)
  })

  it('is not hers to reset, nor that of an administrator of a narrower place', async () => {
    const her = await signInAsStaff(newPhone(), 'admin')
    const county = await buildActor({ role: 'admin', region: '620123' })
    const own = { userId: her.userId, reason: '自己来' }
    const herself = { ...county, userId: her.userId }
    await expect(resetFactor({ actor: herself, ...own })).rejects.toMatchObject({ key: 'roles.ownRoles' })
    await expect(resetFactor({ actor: county, ...own })).rejects.toMatchObject({ key: 'roles.tooWide' })
    expect(await owner.secondFactor.count({ where: { userId: her.userId } })).toBe(1)
  })
})

describe('the database', () => {
  it('keeps neither password nor secret nor recovery code in the clear, and exchanges none underneath', async () => {
    const { userId } = await signInAsStaff(newPhone(), 'finance')
    const secret = await findTimeSecret(userId)
    const factor = await owner.secondFactor.findUniqueOrThrow({
      where: { userId },
      include: { recoveryCodes: true },
    })
    expect(factor.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const bytes = Buffer.concat([
      Buffer.from(factor.secretCipher),
      ...factor.recoveryCodes.map(({ codeHash }) => Buffer.from(codeHash)),
    ])
    expect(bytes.includes(secret)).toBe(false)
    expect(factor.recoveryCodes.map(({ codeHash }) => codeHash.length)).toEqual(Array(10).fill(32))
    const change = (data: { passwordHash?: string; secretCipher?: Uint8Array<ArrayBuffer> }) =>
      owner.secondFactor.update({ where: { userId }, data })
    await expect(change({ secretCipher: new Uint8Array([1]) })).rejects.toThrow(/is confirmed/)
    await passSeconds(301)
    await expect(change({ passwordHash: `${factor.passwordHash}x` })).rejects.toThrow(/is confirmed/)
    const [code] = factor.recoveryCodes
    const where = { factorId_codeHash: { factorId: factor.id, codeHash: code?.codeHash ?? new Uint8Array() } }
    await owner.recoveryCode.update({ where, data: { usedAt: new Date() } })
    await expect(owner.recoveryCode.update({ where, data: { usedAt: null } })).rejects.toThrow(/used before/)
  })
})

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { secretIndex } from '~/modules/people/secret-index.server'
import type { SettingKey } from '~/modules/settings/settings'
import { prisma } from '~/platform/db/prisma.server'
import { env } from '~/platform/env.server'
import { Refusal } from '~/platform/errors'
import { newestCode } from '../../../tests/fixtures/codes'
import { owner } from '../../../tests/fixtures/owner'
import { checkCode } from './check-code.server'
import { findResendWait } from './find-resend-wait.server'
import { requestCode } from './request-code.server'

const outbox = vi.hoisted(() => {
  const file = `${process.env.MEDIA_DIR}/outbox.txt`
  process.env.SMS_OUTBOX = file
  return file
})

const printed: string[] = []
vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0)

let next = 0

/** A number and an address that no other test of this file uses. */
function somebody(): { phone: string; address: string } {
  next += 1
  return { phone: `1390000${String(next).padStart(4, '0')}`, address: `10.0.${next}.1` }
}

async function passTime(seconds: number): Promise<void> {
  await prisma.$executeRaw`UPDATE "Clock" SET "offsetSeconds" = "offsetSeconds" + ${seconds}::bigint`
}

async function decide(key: SettingKey, value: number): Promise<void> {
  await prisma.setting.deleteMany({ where: { key } })
  await prisma.setting.create({ data: { key, value } })
}

async function codesOf(phone: string) {
  return owner.oneTimeCode.findMany({
    where: { phoneIndex: secretIndex('phone', phone) },
    orderBy: { createdAt: 'asc' },
  })
}

async function ask(who: { phone: string; address: string }): Promise<string> {
  const { shownCode } = await requestCode({ purpose: 'sign_in', ...who })
  if (shownCode === null) throw new Error('a demo shows its codes')
  return shownCode
}

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Refusal)) throw new Error('it was not refused')
  return error
}

/** A refusal's Retry-After is about `seconds`: two seconds before, the same is still refused; at that time it is not. */
async function expectTrueWait(again: () => Promise<unknown>, seconds: number): Promise<void> {
  const wait = (await refusalOf(again())).retryAfterSeconds ?? 0
  expect(wait).toBeGreaterThan(seconds - 15)
  expect(wait).toBeLessThanOrEqual(seconds)
  await passTime(wait - 2)
  const left = (await refusalOf(again())).retryAfterSeconds ?? 0
  expect(left).toBeLessThanOrEqual(2)
  await passTime(left)
  await again()
}

const guess = (phone: string, code: string) => checkCode({ purpose: 'sign_in', phone, code })
const wrong = { key: 'account.codeWrong', status: 422, field: 'code' }
const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

beforeEach(async () => {
  printed.length = 0
  await prisma.setting.deleteMany({ where: { key: { startsWith: 'codes.' } } })
})

describe('a code', () => {
  it('goes out once, masked on the console, and is stored as a keyed hash only', async () => {
    const who = somebody()
    const code = await ask(who)
    expect(printed).toEqual([`[code] 139****${who.phone.slice(-4)} ${code}\n`])
    expect(await newestCode(outbox, who.phone)).toBe(code)
    const [stored] = await codesOf(who.phone)
    expect(stored?.codeHash).toHaveLength(32)
    expect(JSON.stringify(stored)).not.toContain(code)
  })

  it('is six digits and good for five minutes', async () => {
    const who = somebody()
    const code = await ask(who)
    expect(code).toMatch(/^\d{6}$/)
    const [stored] = await codesOf(who.phone)
    expect((stored?.expiresAt.getTime() ?? 0) - (stored?.createdAt.getTime() ?? 0)).toBe(300_000)
    await passTime(290)
    await guess(who.phone, code)
  })

  it('is dead after five minutes', async () => {
    const who = somebody()
    const code = await ask(who)
    await passTime(301)
    await expect(guess(who.phone, code)).rejects.toMatchObject(wrong)
  })

  it('opens once', async () => {
    const who = somebody()
    const code = await ask(who)
    await guess(who.phone, code)
    await expect(guess(who.phone, code)).rejects.toMatchObject(wrong)
  })

  it('opens once when a hundred bring it at the same time', async () => {
    await decide('codes.tries', 10)
    const who = somebody()
    const code = await ask(who)
    const guesses = await Promise.allSettled(Array.from({ length: 100 }, () => guess(who.phone, code)))
    expect(guesses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('is dead after five wrong tries', async () => {
    const who = somebody()
    const code = await ask(who)
    for (let tries = 0; tries < 5; tries += 1) {
      await expect(guess(who.phone, another(code))).rejects.toMatchObject(wrong)
    }
    await expect(guess(who.phone, code)).rejects.toMatchObject(wrong)
  })

  it('has five of a hundred guesses at the same time looked at', async () => {
    const who = somebody()
    const code = await ask(who)
    await Promise.allSettled(Array.from({ length: 100 }, () => guess(who.phone, another(code))))
    const [stored] = await codesOf(who.phone)
    expect(stored).toMatchObject({ tries: 5, consumedAt: null })
    await expect(guess(who.phone, code)).rejects.toMatchObject(wrong)
  })

  it('makes the one before it void', async () => {
    const who = somebody()
    const first = await ask(who)
    await passTime(61)
    const second = await ask(who)
    if (first !== second) await expect(guess(who.phone, first)).rejects.toMatchObject(wrong)
    await guess(who.phone, second)
    await expect(guess(who.phone, first)).rejects.toMatchObject(wrong)
  })

  it('opens for its own phone only', async () => {
    const who = somebody()
    const code = await ask(who)
    await expect(guess(somebody().phone, code)).rejects.toMatchObject(wrong)
    await guess(who.phone, code)
  })
})

describe('asking for codes', () => {
  it('pauses for a minute and says how long', async () => {
    const who = somebody()
    await ask(who)
    await passTime(20)
    expect(await findResendWait({ phone: who.phone })).toBeGreaterThan(30)
    const refused = await refusalOf(ask(who))
    expect(refused).toMatchObject({ key: 'account.resendWait', status: 429 })
    expect(refused.retryAfterSeconds).toBe(refused.params.seconds)
    await passTime(41)
    expect(await findResendWait({ phone: who.phone })).toBe(0)
    await ask(who)
  })

  it('sends one message when fifty ask at the same time', async () => {
    const who = somebody()
    const asked = await Promise.allSettled(Array.from({ length: 50 }, () => ask(who)))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(printed).toHaveLength(1)
    expect(await codesOf(who.phone)).toHaveLength(1)
  })

  it('sends a number no more than the cap of a day, also in a race, and from any address', async () => {
    await decide('codes.resendSeconds', 0)
    await decide('codes.perPhoneDay', 4)
    const { phone } = somebody()
    const asked = await Promise.allSettled(
      Array.from({ length: 30 }, (_, one) => ask({ phone, address: `10.9.${one}.1` })),
    )
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
    await expect(ask({ phone, address: '10.9.99.1' })).rejects.toMatchObject({
      key: 'account.phoneCap',
      params: { max: 4 },
    })
    await passTime(60 * 60)
    await expectTrueWait(() => ask({ phone, address: '10.9.99.1' }), 23 * 60 * 60)
  })

  it('that asks for her consent counts by itself: nobody keeps her from signing in with it', async () => {
    await decide('codes.resendSeconds', 0)
    await decide('codes.perPhoneDay', 2)
    const who = somebody()
    const consent = () => requestCode({ purpose: 'mandate', mandateId: crypto.randomUUID(), ...who })
    for (const _ of [1, 2]) await consent()
    await expect(consent()).rejects.toMatchObject({ key: 'account.phoneCap' })
    for (const _ of [1, 2]) await ask(who)
    await expect(ask(who)).rejects.toMatchObject({ key: 'account.phoneCap' })
  })

  it('says how long until no cap refuses any more, not only the first one', async () => {
    await decide('codes.perAddressHour', 1)
    const who = somebody()
    await ask(who)
    const refused = await refusalOf(ask(who))
    expect(refused.key).toBe('account.resendWait')
    expect(refused.retryAfterSeconds).toBeGreaterThan(59 * 60)
  })

  it('sends for an address no more than the cap of an hour, also in a race, to any number', async () => {
    await decide('codes.perAddressHour', 3)
    const { address } = somebody()
    const asked = await Promise.allSettled(
      Array.from({ length: 30 }, () => ask({ phone: somebody().phone, address })),
    )
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    await expect(ask({ phone: somebody().phone, address })).rejects.toMatchObject({
      key: 'account.addressCap',
      status: 429,
    })
    await passTime(20 * 60)
    await expectTrueWait(() => ask({ phone: somebody().phone, address }), 40 * 60)
  })

  it('takes a whole IPv6 network for one address', async () => {
    await decide('codes.perAddressHour', 2)
    await ask({ phone: somebody().phone, address: '2001:db8:7:7::1' })
    await ask({ phone: somebody().phone, address: '2001:db8:7:7:ffff::2' })
    await expect(ask({ phone: somebody().phone, address: '2001:db8:7:7::3' })).rejects.toMatchObject({
      key: 'account.addressCap',
    })
    await ask({ phone: somebody().phone, address: '2001:db8:7:8::1' })
  })

  it('is refused in live, where nothing carries messages, and leaves no row', async () => {
    const who = somebody()
    env.APP_MODE = 'live'
    await expect(ask(who)).rejects.toMatchObject({ key: 'account.smsOff', status: 503 })
    env.APP_MODE = 'demo'
    expect(printed).toEqual([])
    expect(await codesOf(who.phone)).toEqual([])
  })
})

describe('a code for an order', () => {
  const order = '01890000-0000-7000-8000-000000000001'

  it('that fits no order looks like any other, counts like any other, and opens nothing', async () => {
    const who = somebody()
    const asked = { purpose: 'order_access', orderId: null, ...who } as const
    expect(await requestCode(asked)).toEqual({ shownCode: null })
    expect(printed).toEqual([])
    await expect(requestCode(asked)).rejects.toMatchObject({ key: 'account.resendWait' })
    const bring = { purpose: 'order_access', orderId: null, phone: who.phone, code: '000000' } as const
    await expect(checkCode(bring)).rejects.toMatchObject(wrong)
  })

  it('that fits no order leaves her code for signing in alive', async () => {
    await decide('codes.resendSeconds', 0)
    const who = somebody()
    const code = await ask(who)
    await requestCode({ purpose: 'order_access', orderId: null, ...who })
    await guess(who.phone, code)
  })

  it('is not opened by a code for signing in', async () => {
    const who = somebody()
    const code = await ask(who)
    await expect(
      checkCode({ purpose: 'order_access', orderId: order, phone: who.phone, code }),
    ).rejects.toMatchObject(wrong)
    await guess(who.phone, code)
  })
})

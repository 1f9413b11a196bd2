import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Role } from '~/generated/prisma/enums'
import { createPerson } from '~/modules/people/create-person.server'
import { secretIndex } from '~/modules/people/secret-index.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { tokenHash } from '~/platform/secrets/token.server'
import { owner } from '../../../tests/fixtures/owner'
import { endAllSessions } from './end-all-sessions.server'
import { endSession } from './end-session.server'
import { findActor, findActors } from './find-actor.server'
import { findOwnProfile } from './find-own-profile.server'
import { findSessions } from './find-sessions.server'
import { requestCode } from './request-code.server'
import { sessionCookie } from './session.server'
import { signIn } from './sign-in.server'

vi.spyOn(process.stdout, 'write').mockReturnValue(true)

beforeAll(async () => {
  await prisma.setting.create({ data: { key: 'codes.resendSeconds', value: 0 } })
  await prisma.setting.create({ data: { key: 'codes.perPhoneDay', value: 1000 } })
  await prisma.setting.create({ data: { key: 'codes.perAddressHour', value: 1000 } })
})

let next = 0
function newPhone(): string {
  next += 1
  return `1370000${String(next).padStart(4, '0')}`
}

async function enter(phone: string, oldToken: string | null = null) {
  const { shownCode } = await requestCode({ purpose: 'sign_in', phone, address: '10.1.1.1' })
  return signIn({ phone, code: shownCode ?? '', oldToken, device: 'Chrome · Android' })
}

async function requestWith(token: string): Promise<Request> {
  const cookie = (await sessionCookie.serialize(token)).split(';')[0] ?? ''
  return new Request('http://127.0.0.1:3000/account', { headers: { Cookie: cookie } })
}

async function actorOf(token: string) {
  const actor = await findActor(await requestWith(token))
  if (!actor) throw new Error('nobody is signed in')
  return actor
}

async function passTime(seconds: number): Promise<void> {
  await prisma.$executeRaw`UPDATE "Clock" SET "offsetSeconds" = "offsetSeconds" + ${seconds}::bigint`
}

async function grant(phone: string, role: Role): Promise<void> {
  const { token } = await enter(phone)
  const { userId } = await actorOf(token)
  const [region] = await prisma.$queryRaw<{ id: string }[]>`
    INSERT INTO "Region" (id, code, level, "nameZh") VALUES (gen_random_uuid(), ${`7${phone}`}, 'county', '乙县') RETURNING id::text`
  await owner.userRole.create({
    data: { userId, role, regionId: role === 'coordinator' ? (region?.id ?? null) : null },
  })
}

describe('the first time', () => {
  it('makes a person, a user and a buyer of the number', async () => {
    const phone = newPhone()
    const { token, roles, maxAgeSeconds } = await enter(phone)
    expect(roles).toEqual(['buyer'])
    expect(maxAgeSeconds).toBe(60 * 24 * 60 * 60)
    const actor = await actorOf(token)
    expect(actor).toMatchObject({ role: 'buyer', roles: ['buyer'], regionId: null, sellerIds: [] })
    expect(actor.scope).toEqual({ person: actor.personId })
    expect(await findOwnProfile({ actor })).toEqual({
      name: null,
      maskedPhone: `137****${phone.slice(-4)}`,
      maskedEmail: null,
    })
  })

  it('makes one person of two tabs, and of twenty', async () => {
    const phone = newPhone()
    const tabs = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const { shownCode } = await requestCode({ purpose: 'sign_in', phone, address: '10.1.1.2' })
        return signIn({ phone, code: shownCode ?? '', oldToken: null, device: null }).then(
          ({ token }) => token,
          () => null,
        )
      }),
    )
    const people = await inScope({ job: 'sign_in' }, (tx) =>
      tx.personSecret.findMany({ where: { blindIndex: secretIndex('phone', phone) } }),
    )
    expect(people).toHaveLength(1)
    const users = await inScope({ job: 'sign_in' }, (tx) =>
      tx.user.findMany({
        where: { personId: people[0]?.personId ?? '' },
        select: { roles: { select: { role: true } } },
      }),
    )
    expect(users).toEqual([{ roles: [{ role: 'buyer' }] }])
    expect(tabs.filter((token) => token !== null).length).toBeGreaterThan(0)
  })

  it('finds the person that a coordinator has entered already', async () => {
    const phone = newPhone()
    const { id } = await inScope({ job: 'sign_in' }, (tx) => createPerson(tx, { phone, name: '示例乙' }))
    const { token } = await enter(phone)
    expect((await actorOf(token)).personId).toBe(id)
  })
})

describe('a session', () => {
  it('is kept as a hash, carries a new token each time, and ends the one the browser brought', async () => {
    const phone = newPhone()
    const first = await enter(phone)
    const second = await enter(phone, first.token)
    expect(second.token).not.toBe(first.token)
    expect(Buffer.from(second.token, 'base64url')).toHaveLength(32)
    expect(await findActor(await requestWith(first.token))).toBeNull()
    expect(await findActor(await requestWith(second.token))).not.toBeNull()
    const row = await owner.session.findUniqueOrThrow({ where: { tokenHash: tokenHash(second.token) } })
    expect(JSON.stringify(row)).not.toContain(second.token)
  })

  it('takes no token that somebody else made up', async () => {
    const planted = 'A'.repeat(43)
    const { token } = await enter(newPhone(), planted)
    expect(token).not.toBe(planted)
    expect(await findActor(await requestWith(planted))).toBeNull()
    const unsigned = new Request('http://127.0.0.1:3000/', { headers: { Cookie: `session=${token}` } })
    expect(await findActor(unsigned)).toBeNull()
  })

  it('is dead the moment it is ended', async () => {
    const { token } = await enter(newPhone())
    await endSession({ token })
    expect(await findActor(await requestWith(token))).toBeNull()
    await endSession({ token })
  })

  it('of another device is ended by its owner only', async () => {
    const phone = newPhone()
    const here = await enter(phone)
    const there = await enter(phone)
    const actor = await actorOf(here.token)
    const devices = await findSessions({ actor, token: here.token })
    expect(devices.map(({ isThisOne, device }) => ({ isThisOne, device }))).toEqual([
      { isThisOne: false, device: 'Chrome · Android' },
      { isThisOne: true, device: 'Chrome · Android' },
    ])
    const sessionId = devices.find(({ isThisOne }) => !isThisOne)?.id ?? ''
    const stranger = await actorOf((await enter(newPhone())).token)
    await expect(endSession({ actor: stranger, sessionId })).rejects.toMatchObject({ status: 404 })
    expect(await findActor(await requestWith(there.token))).not.toBeNull()
    await endSession({ actor, sessionId })
    await endSession({ actor, sessionId })
    expect(await findActor(await requestWith(there.token))).toBeNull()
    expect(await findActor(await requestWith(here.token))).not.toBeNull()
  })

  it('ends everywhere at once', async () => {
    const phone = newPhone()
    const tokens = [await enter(phone), await enter(phone), await enter(phone)].map(({ token }) => token)
    await endAllSessions({ actor: await actorOf(tokens[0] ?? '') })
    for (const token of tokens) expect(await findActor(await requestWith(token))).toBeNull()
  })

  it('of a buyer or an artisan lasts sixty days', async () => {
    const phone = newPhone()
    await grant(phone, 'artisan')
    const { token, roles, maxAgeSeconds } = await enter(phone)
    expect({ roles, maxAgeSeconds }).toEqual({
      roles: ['buyer', 'artisan'],
      maxAgeSeconds: 60 * 24 * 60 * 60,
    })
    await passTime(maxAgeSeconds - 60)
    expect(await findActors(await requestWith(token))).toHaveLength(2)
    await passTime(61)
    expect(await findActor(await requestWith(token))).toBeNull()
  })

  it.each(['coordinator', 'finance', 'admin'] as const)('of %s lasts twelve hours', async (role) => {
    const phone = newPhone()
    await grant(phone, role)
    const { token, maxAgeSeconds } = await enter(phone)
    expect(maxAgeSeconds).toBe(12 * 60 * 60)
    await passTime(12 * 60 * 60 - 60)
    expect(await findActor(await requestWith(token))).not.toBeNull()
    await passTime(61)
    expect(await findActor(await requestWith(token))).toBeNull()
  })

  it('that is running is cut short by a staff role that comes later, and keeps its length for any other', async () => {
    const phone = newPhone()
    const old = await enter(phone)
    await passTime(13 * 60 * 60)
    const { userId } = await actorOf(old.token)
    await owner.userRole.create({ data: { userId, role: 'artisan' } })
    expect(await findActor(await requestWith(old.token))).not.toBeNull()
    const young = await enter(phone)
    await owner.userRole.create({ data: { userId, role: 'finance' } })
    expect(await findActor(await requestWith(old.token))).toBeNull()
    const actor = await actorOf(young.token)
    expect(await findSessions({ actor, token: young.token })).toMatchObject([{ isThisOne: true }])
    await passTime(12 * 60 * 60)
    expect(await findActor(await requestWith(young.token))).toBeNull()
  })

  it('opens nothing for a user who was shut out, and none begins', async () => {
    const phone = newPhone()
    const { token } = await enter(phone)
    const { userId } = await actorOf(token)
    await prisma.user.update({ where: { id: userId }, data: { disabledAt: new Date() } })
    expect(await findActor(await requestWith(token))).toBeNull()
    await expect(enter(phone)).rejects.toMatchObject({ key: 'account.disabled', status: 403 })
  })
})

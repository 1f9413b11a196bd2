import { beforeAll, describe, expect, it, vi } from 'vitest'
import { findActor, findStanding } from '~/modules/auth/find-actor.server'
import { allows, mayAtPoint, type Permission, permissions } from '~/modules/auth/permissions'
import { pointCookie } from '~/modules/auth/point-cookie.server'
import { requestCode } from '~/modules/auth/request-code.server'
import { sessionCookie } from '~/modules/auth/session.server'
import { secretIndex } from '~/modules/people/secret-index.server'
import { prisma } from '~/platform/db/prisma.server'
import { seal } from '~/platform/secrets/envelope.server'
import { owner } from '../../../tests/fixtures/owner'
import { ageSessions } from '../../../tests/fixtures/sessions'
import { buildActor, buildGround, buildPerson, buildSeller, regionId } from '../../../tests/fixtures/world'
import { enterPin } from './enter-pin.server'
import { findDevicePoint } from './find-device-point.server'
import { findPlaces } from './find-places.server'
import { findPoints } from './find-points.server'
import { findSealKey } from './find-seal-key.server'
import { findTiles } from './find-tiles.server'
import { joinPoint } from './join-point.server'
import { openPoint } from './open-point.server'
import { removeTile } from './remove-tile.server'
import { revokePoint } from './revoke-point.server'

vi.spyOn(process.stdout, 'write').mockReturnValue(true)

const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.key ?? String(error),
  )
const device = 'Chrome · Android'
let phones = 13_500_000_100

async function buildMaker() {
  const maker = await buildSeller()
  const { personId, key } = maker.person
  phones += 7
  const phone = String(phones)
  await owner.personSecret.create({
    data: {
      personId,
      field: 'phone',
      keyId: key.keyId,
      cipher: seal(key, phone, { table: 'PersonSecret', column: 'phone', row: personId }),
      blindIndex: secretIndex('phone', phone),
    },
  })
  return { ...maker, phone }
}
type Maker = Awaited<ReturnType<typeof buildMaker>>

const pair = (cookie: string) => cookie.split(';')[0] ?? ''

/** A device in the village, as a coordinator opens it. */
async function buildPoint() {
  const coordinator = await buildActor({ role: 'coordinator', region: '620123' })
  const place = { kind: 'region', id: await regionId('620123') } as const
  const token = await openPoint({ actor: coordinator, name: '村委会平板', place, oldToken: null })
  const request = async (session?: string) =>
    new Request('http://127.0.0.1:3000/studio', {
      headers: {
        Cookie: [
          pair(await pointCookie.serialize(token)),
          session ? pair(await sessionCookie.serialize(session)) : '',
        ].join('; '),
      },
    })
  const point = await findDevicePoint(await request())
  if (!point) throw new Error('the device is no service point')
  return { pointId: point.id, coordinator, request }
}

async function join(pointId: string, { phone }: Pick<Maker, 'phone'>, pin: string) {
  const { shownCode } = await requestCode({ purpose: 'service_point', pointId, phone, address: '10.2.2.2' })
  return joinPoint({ pointId, phone, code: shownCode ?? '', pin, oldToken: null, device })
}

const tileOf = (pointId: string, { userId }: { userId: string }) =>
  owner.pointMember.findUniqueOrThrow({ where: { pointId_userId: { pointId, userId } } })

beforeAll(async () => {
  await buildGround()
  for (const [key, value] of [
    ['codes.resendSeconds', 0],
    ['codes.perPhoneDay', 1000],
    ['codes.perAddressHour', 1000],
  ] as const)
    await prisma.setting.create({ data: { key, value } })
})

describe('a service point', () => {
  it('is joined by a code of her own phone and a PIN that is not guessed first', async () => {
    const { pointId } = await buildPoint()
    const maker = await buildMaker()
    const { shownCode } = await requestCode({
      purpose: 'service_point',
      pointId,
      phone: maker.phone,
      address: '10.2.2.2',
    })
    const asked = { pointId, phone: maker.phone, oldToken: null, device }
    expect(await keyOf(joinPoint({ ...asked, code: shownCode ?? '', pin: '1234' }))).toBe('point.pinWeak')
    expect(await keyOf(joinPoint({ ...asked, code: shownCode ?? '', pin: maker.phone.slice(-4) }))).toBe(
      'point.pinWeak',
    )
    const other = await buildPoint()
    const elsewhere = { ...asked, pointId: other.pointId, code: shownCode ?? '', pin: '2580' }
    expect(await keyOf(joinPoint(elsewhere))).toBe('account.codeWrong')
    expect(await keyOf(joinPoint({ ...asked, code: shownCode ?? '', pin: '2580' }))).toBe('done')
    const tiles = await findTiles({ pointId, locale: 'zh-CN' })
    expect(tiles).toEqual([{ id: expect.any(String), shop: '示例结艺', seal: '示例', isLocked: false }])
    expect(JSON.stringify(tiles)).not.toContain(maker.phone.slice(-4))
    const { pinHash } = await tileOf(pointId, maker.actor)
    expect(pinHash).toMatch(/^\$argon2id\$/)
  })

  it('takes nobody without a shop', async () => {
    const { pointId } = await buildPoint()
    const maker = await buildMaker()
    const { sellerId, actor } = maker
    const { personId } = await buildPerson()
    const since = new Date('2020-01-01')
    await owner.sellerPerson.create({ data: { sellerId, personId, role: 'owner', validFrom: since } })
    await owner.sellerPerson.updateMany({
      where: { sellerId, personId: actor.personId },
      data: { validTo: new Date('2020-02-01') },
    })
    expect(await keyOf(join(pointId, maker, '2580'))).toBe('point.noShop')
  })

  it('looks at five of any number of PINs, also when they come at one moment, and then asks for a code', async () => {
    const { pointId } = await buildPoint()
    const maker = await buildMaker()
    await join(pointId, maker, '2580')
    const { id: memberId } = await tileOf(pointId, maker.actor)
    const entry = { pointId, memberId, oldToken: null, device }
    expect(await keyOf(enterPin({ ...entry, pin: '1111' }))).toBe('point.pinWrong')
    expect(await keyOf(enterPin({ ...entry, pin: '2580' }))).toBe('done')
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => keyOf(enterPin({ ...entry, pin: '0000' }))),
    )
    expect(answers.filter((key) => key === 'point.pinWrong')).toHaveLength(4)
    expect(answers.filter((key) => key === 'point.pinLocked')).toHaveLength(8)
    expect(await keyOf(enterPin({ ...entry, pin: '2580' }))).toBe('point.pinLocked')
    const [tile] = await findTiles({ pointId, locale: 'zh-CN' })
    expect(tile?.isLocked).toBe(true)
    await join(pointId, maker, '7391')
    expect(await keyOf(enterPin({ ...entry, pin: '2580' }))).toBe('point.pinWrong')
    expect(await keyOf(enterPin({ ...entry, pin: '7391' }))).toBe('done')
    const other = await buildPoint()
    expect(await keyOf(enterPin({ ...entry, pointId: other.pointId, pin: '7391' }))).toBe('errors.notFound')
  })

  it('opens her studio and nothing else, whatever roles and mandates she holds', async () => {
    const { pointId, request } = await buildPoint()
    const maker = await buildMaker()
    await buildActor({ role: 'coordinator', region: '620123', person: maker.actor })
    const { token, maxAgeSeconds } = await join(pointId, maker, '2580')
    expect(maxAgeSeconds).toBe(4 * 60 * 60)
    const here = await request(token)
    const all = new Set<Permission>(Object.values(permissions).flat())
    const reached: Permission[] = []
    for (const permission of all) {
      const { actors, isShared } = await findStanding(here, permission)
      expect(isShared).toBe(true)
      if (actors.some(({ role }) => allows(role, permission))) reached.push(permission)
      for (const { sellerIds } of actors) expect(sellerIds).toEqual([maker.sellerId])
    }
    expect(reached.sort()).toEqual([...all].filter(mayAtPoint).sort())
    for (const never of [
      'card:write',
      'account:use',
      'mandate:own',
      'statement:own',
      'point:open',
      'desk:use',
    ])
      expect(reached).not.toContain(never)
    // the shop's public pages greet nobody there
    expect(await findActor(here)).toBeNull()
    await expect(
      owner.session.create({
        data: {
          userId: maker.actor.userId,
          tokenHash: new Uint8Array(32).fill(7),
          expiresAt: new Date(Date.now() + 60_000),
          pointId,
          provedAt: new Date(),
        },
      }),
    ).rejects.toThrow(/Session_point_is_weak/)
  })

  it('ends a session that nobody used for two minutes, and keeps one that is used', async () => {
    const { pointId, request } = await buildPoint()
    const maker = await buildMaker()
    const { token } = await join(pointId, maker, '2580')
    const here = await request(token)
    const isIn = async () => (await findStanding(here.clone(), 'studio:use')).actors.length > 0
    await ageSessions(maker.actor.userId, 1)
    expect(await isIn()).toBe(true)
    await ageSessions(maker.actor.userId, 1)
    expect(await isIn()).toBe(true)
    await ageSessions(maker.actor.userId, 2)
    expect(await isIn()).toBe(false)
  })

  it('seals what she has not sent under a key that only she is given, on this device alone', async () => {
    const one = await buildPoint()
    const two = await buildPoint()
    const key = await findSealKey({ request: await one.request(), userId: 'her' })
    expect(key).toHaveLength(44)
    expect(await findSealKey({ request: await one.request(), userId: 'her' })).toBe(key)
    expect(await findSealKey({ request: await one.request(), userId: 'another' })).not.toBe(key)
    expect(await findSealKey({ request: await two.request(), userId: 'her' })).not.toBe(key)
    expect(await findSealKey({ request: new Request('http://127.0.0.1/'), userId: 'her' })).toBeNull()
  })

  it('ends for good at the desk of its region: everybody on it is out, and nobody comes in', async () => {
    const { pointId, coordinator, request } = await buildPoint()
    const maker = await buildMaker()
    const { token } = await join(pointId, maker, '2580')
    const stranger = await buildActor({ role: 'coordinator', region: '620121' })
    expect(await keyOf(revokePoint({ actor: stranger, pointId }))).toBe('errors.notFound')
    expect((await findPoints({ actor: stranger, locale: 'zh-CN' })).map(({ id }) => id)).not.toContain(
      pointId,
    )
    await revokePoint({ actor: coordinator, pointId })
    await revokePoint({ actor: coordinator, pointId })
    expect((await findStanding(await request(token), 'studio:use')).actors).toEqual([])
    expect(await findDevicePoint(await request())).toBeNull()
    const { id: memberId } = await tileOf(pointId, maker.actor)
    const entry = { pointId, memberId, pin: '2580', oldToken: null, device }
    expect(await keyOf(enterPin(entry))).toBe('point.over')
    expect(await keyOf(join(pointId, maker, '2580'))).toBe('point.over')
    await expect(
      owner.servicePoint.update({ where: { id: pointId }, data: { revokedAt: null, revokedById: null } }),
    ).rejects.toThrow(/is revoked/)
    const listed = await findPoints({ actor: coordinator, locale: 'zh-CN' })
    expect(listed.find(({ id }) => id === pointId)).toMatchObject({
      name: '村委会平板',
      tiles: 1,
      revoked: expect.any(String),
    })
  })

  it('lets her tile go when she says so from her own phone', async () => {
    const { pointId, request } = await buildPoint()
    const [maker, other] = [await buildMaker(), await buildMaker()]
    const { token } = await join(pointId, maker, '2580')
    const { id: memberId } = await tileOf(pointId, maker.actor)
    expect(await keyOf(removeTile({ actor: other.actor, memberId }))).toBe('errors.notFound')
    await removeTile({ actor: maker.actor, memberId })
    expect((await findStanding(await request(token), 'studio:use')).actors).toEqual([])
    const entry = { pointId, memberId, pin: '2580', oldToken: null, device }
    expect(await keyOf(enterPin(entry))).toBe('errors.notFound')
  })

  it('stands where whoever opens it works', async () => {
    const maker = await buildMaker()
    const places = await findPlaces({ actor: maker.actor, locale: 'zh-CN' })
    expect(places.map(({ value }) => value)).toEqual([`region:${await regionId('620123100201')}`])
    const elsewhere = { kind: 'region', id: await regionId('620121') } as const
    const asked = { actor: maker.actor, name: '平板', place: elsewhere, oldToken: null }
    expect(await keyOf(openPoint(asked))).toBe('point.placeNotYours')
  })
})

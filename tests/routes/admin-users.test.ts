import { beforeAll, describe, expect, it } from 'vitest'
import { findActors } from '~/modules/auth/find-actor.server'
import { endRoles } from '~/modules/roles/end-roles.server'
import { findRoleChoices } from '~/modules/roles/find-role-choices.server'
import { getUser } from '~/modules/roles/find-staff.server'
import { grantRole } from '~/modules/roles/grant-role.server'
import { administers } from '~/modules/roles/role-reach.server'
import { inScope } from '~/platform/db/in-scope.server'
import { action, loader } from '../../app/routes/admin/user'
import { action as find } from '../../app/routes/admin/users'
import { owner } from '../fixtures/owner'
import { buildActor, buildGround } from '../fixtures/world'
import { type SignedIn, setUpFactor, signInAsBuyer, signInAsStaff } from './sign-in-as'

const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }
const address = 'http://127.0.0.1:3000/admin/users'

async function enter(phone: string): Promise<SignedIn> {
  const cookie = await signInAsBuyer(phone)
  const { userId } = await owner.session.findFirstOrThrow({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return { cookie, userId }
}

const requestOf = (cookie: string, fields?: Record<string, string>) =>
  new Request(address, {
    headers: { Cookie: cookie },
    ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
  })
const post = (userId: string, fields: Record<string, string>) =>
  action({ request: requestOf(admin.cookie, fields), params: { userId }, context })
const regionOf = async (code: string) => (await owner.region.findFirstOrThrow({ where: { code } })).id
const rolesOf = (userId: string) =>
  owner.userRole.findMany({ where: { userId, role: { not: 'buyer' } }, orderBy: { validFrom: 'asc' } })

let admin: SignedIn
let yuzhong: string

beforeAll(async () => {
  await buildGround()
  admin = await signInAsStaff('13800007020', 'admin')
  yuzhong = await regionOf('620123')
})

describe('roles', () => {
  it('are found by number, given with a reason, and end every session as they end', async () => {
    const her = await enter('13800007021')
    const found = await find({
      request: requestOf(admin.cookie, { phone: '138 0000 7021' }),
      params: {},
      context,
    })
    expect(found.headers.get('Location')).toContain(her.userId)
    expect(found.headers.get('Location')).not.toContain('7021?')
    const grant = { intent: 'grant', role: 'coordinator', regionId: yuzhong, reason: '新来' }
    const nameless = await post(her.userId, grant)
    expect([nameless.status, await nameless.json()]).toMatchObject([
      422,
      { errors: { name: expect.stringContaining('名字') } },
    ])
    expect((await post(her.userId, { ...grant, name: '新来的（示例）' })).status).toBe(303)
    const { name } = await owner.person.findFirstOrThrow({ where: { user: { id: her.userId } } })
    expect(name).toBe('新来的（示例）')
    expect(await findActors(requestOf(her.cookie))).toEqual([])
    const alone = await enter('13800007021')
    expect((await findActors(requestOf(alone.cookie))).map(({ role }) => role)).toEqual(['buyer'])
    const again = await setUpFactor('13800007021')
    expect((await findActors(requestOf(again.cookie))).map(({ role }) => role)).toContain('coordinator')

    const [held] = await rolesOf(her.userId)
    const end = { intent: 'end', roleId: held?.id ?? '', reason: '调走' }
    expect((await post(her.userId, end)).status).toBe(303)
    expect(await findActors(requestOf(again.cookie))).toEqual([])
    expect(await rolesOf(her.userId)).toMatchObject([
      { grantedById: admin.userId, endedById: admin.userId, validTo: expect.any(Date) },
    ])
    expect((await post(her.userId, end)).status).toBe(409)
    const acts = await owner.auditEvent.findMany({
      where: { subjectId: her.userId, action: { startsWith: 'role.' } },
      orderBy: { at: 'asc' },
    })
    expect(acts).toMatchObject([
      { action: 'role.granted', actorUserId: admin.userId, reason: '新来' },
      { action: 'role.ended', actorUserId: admin.userId, reason: '调走' },
    ])
  })

  it('all end when she leaves', async () => {
    const her = await enter('13800007022')
    for (const role of ['finance', 'admin'])
      expect(
        (
          await post(her.userId, {
            intent: 'grant',
            role,
            regionId: '',
            reason: '接手',
            name: '接手的（示例）',
          })
        ).status,
      ).toBe(303)
    const { cookie } = await enter('13800007022')
    expect((await post(her.userId, { intent: 'leave', reason: '离职' })).status).toBe(303)
    expect(await findActors(requestOf(cookie))).toEqual([])
    expect((await rolesOf(her.userId)).every(({ validTo }) => validTo !== null)).toBe(true)
  })

  it('are given for a town or a village too, found by its name of today or of before, or by its code', async () => {
    const her = await enter('13800007029')
    const village = await regionOf('620123100202')
    await owner.regionName.create({ data: { regionId: village, name: '老爷沟' } })
    const offered = async (q: string) => {
      const request = new Request(`${address}?${new URLSearchParams({ q })}`, {
        headers: { Cookie: admin.cookie },
      })
      const { choices } = await loader({ request, params: { userId: her.userId }, context })
      return choices.regions.map(({ id }) => id)
    }
    expect(await offered('')).not.toContain(village)
    for (const q of ['老爷沟', '620123100202'])
      expect(await offered(q)).toEqual(expect.arrayContaining([village, yuzhong]))
    const grant = {
      intent: 'grant',
      role: 'coordinator',
      regionId: village,
      reason: '村里的联络员',
      name: '村里的（示例）',
    }
    expect((await post(her.userId, grant)).status).toBe(303)
    expect(await rolesOf(her.userId)).toMatchObject([{ role: 'coordinator', regionId: village }])
  })

  it('are not her own to change, nor wider than hers, nor without a place where they need one', async () => {
    const her = await enter('13800007023')
    const refused: [string, Record<string, string>, number][] = [
      [admin.userId, { intent: 'grant', role: 'finance', regionId: '', reason: '自己来' }, 403],
      [admin.userId, { intent: 'leave', reason: '自己走' }, 403],
      [her.userId, { intent: 'grant', role: 'coordinator', regionId: '', reason: '没有地方' }, 422],
      [her.userId, { intent: 'grant', role: 'finance', regionId: yuzhong, reason: '有地方' }, 422],
      [her.userId, { intent: 'grant', role: 'finance', regionId: '', reason: '' }, 422],
      [her.userId, { intent: 'grant', role: 'buyer', regionId: '', reason: '不是职务' }, 422],
    ]
    for (const [userId, fields, status] of refused)
      expect([fields.reason, (await post(userId, fields)).status]).toEqual([fields.reason, status])
    expect(await rolesOf(her.userId)).toEqual([])
    expect(await rolesOf(admin.userId)).toMatchObject([{ role: 'admin', validTo: null }])

    const county = await buildActor({ role: 'admin', region: '620123' })
    const give = { actor: county, userId: her.userId, reason: '试试', name: '试试的（示例）' }
    const yongdeng = await regionOf('620121')
    for (const wider of [
      { role: 'coordinator', regionId: yongdeng },
      { role: 'coordinator', regionId: await regionOf('6201') },
      { role: 'finance', regionId: null },
      { role: 'admin', regionId: null },
    ] as const)
      await expect(grantRole({ ...give, ...wider })).rejects.toMatchObject({ key: 'roles.tooWide' })
    const offered = await findRoleChoices({ actor: county, q: '62' })
    expect(offered.isUnbound).toBe(false)
    expect(offered.regions.map(({ id }) => id)).toContain(yuzhong)
    for (const { id } of offered.regions)
      expect(
        await inScope({ job: 'sign_in' }, (tx) => administers(tx, { actor: county, regionId: id })),
      ).toBe(true)
    await grantRole({ ...give, role: 'coordinator', regionId: yuzhong })
    await expect(grantRole({ ...give, role: 'coordinator', regionId: yuzhong })).rejects.toMatchObject({
      key: 'roles.heldAlready',
    })
    const actor = await buildActor({ role: 'admin' })
    await grantRole({ ...give, actor, role: 'coordinator', regionId: yongdeng })
    await expect(endRoles(give)).rejects.toMatchObject({ key: 'roles.tooWide' })
    const { roles } = await getUser({ actor: county, userId: her.userId })
    expect(roles.map(({ canEnd }) => canEnd)).toEqual([false, true])
    expect((await rolesOf(her.userId)).map(({ validTo }) => validTo)).toEqual([null, null])
  })
})

describe('the database', () => {
  it('refuses a role from nobody, from its holder, from no administrator and from one of a narrower place', async () => {
    const { userId } = await enter('13800007024')
    const county = await buildActor({ role: 'admin', region: '620123' })
    const coordinator = await buildActor({ role: 'coordinator', region: '6201' })
    const city = await regionOf('6201')
    for (const data of [
      { userId, role: 'artisan' },
      { userId, role: 'admin', grantedById: userId },
      { userId: admin.userId, role: 'finance', grantedById: admin.userId },
      { userId, role: 'coordinator', regionId: yuzhong, grantedById: coordinator.userId },
      { userId, role: 'coordinator', regionId: city, grantedById: county.userId },
      { userId, role: 'finance', grantedById: county.userId },
    ] as const)
      await expect(inScope({ job: 'sign_in' }, (tx) => tx.userRole.create({ data }))).rejects.toThrow(
        /a role is given and ended by/,
      )
    expect(await rolesOf(userId)).toEqual([])
  })

  it('refuses an end from her own hand, another role in the same row, and one that comes back', async () => {
    const { userId } = await enter('13800007025')
    const { id } = await owner.userRole.create({
      data: { userId, role: 'coordinator', regionId: yuzhong, validFrom: new Date('2025-01-01') },
    })
    const change = (data: object) =>
      inScope({ job: 'sign_in' }, (tx) => tx.userRole.update({ where: { id }, data }))
    const validTo = new Date('2026-01-01')
    await expect(change({ validTo })).rejects.toThrow(/given and ended by/)
    await expect(change({ validTo, endedById: userId })).rejects.toThrow(/given and ended by/)
    await expect(change({ role: 'admin', endedById: admin.userId })).rejects.toThrow(
      /never changes|given and/,
    )
    await change({ validTo, endedById: admin.userId })
    await expect(change({ validTo: null, endedById: admin.userId })).rejects.toThrow(/stays ended/)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { findActors } from '~/modules/auth/find-actor.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { loader as households } from '../../app/routes/desk/households'
import { loader as today } from '../../app/routes/desk/layout'
import { action, loader } from '../../app/routes/desk/region'
import { owner } from '../fixtures/owner'
import { buildGround, buildHousehold, regionId } from '../fixtures/world'
import { type SignedIn, signInAsStaff } from './sign-in-as'

const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }
const at = (path: string) => `http://127.0.0.1:3000${path}`

let her: SignedIn
let yuzhong: string
let town: string
let yongdeng: string
let codes: { yuzhong: string; town: string }

/** The Cookie header after a choice. */
const cookieWith = (choice: string | null) => (choice ? `${her.cookie}; desk=${choice}` : her.cookie)
const ask = (path: string, choice: string | null) =>
  new Request(at(path), { headers: { Cookie: cookieWith(choice) } })
const choose = (id: string) =>
  action({
    request: new Request(at('/desk/region'), {
      method: 'POST',
      headers: { Cookie: her.cookie },
      body: new URLSearchParams({ regionId: id }),
    }),
    params: {},
    context,
  })
const codesSeen = async (choice: string | null) =>
  (await households({ request: ask('/desk/households', choice), params: {}, context })).rows.map(
    ({ code }) => code,
  )
const frame = (choice: string | null) => today({ request: ask('/desk', choice), params: {}, context })

beforeAll(async () => {
  await buildGround()
  yuzhong = await regionId('620123')
  yongdeng = await regionId('620121')
  town = await regionId('620121100')
  const codeOf = async (village: string) => {
    const { householdId } = await buildHousehold({ village })
    return (await owner.household.findUniqueOrThrow({ where: { id: householdId } })).code
  }
  codes = { yuzhong: await codeOf('620123100201'), town: await codeOf('620121100201') }
  her = await signInAsStaff('13800007061', 'coordinator', yuzhong)
  await owner.userRole.create({ data: { userId: her.userId, role: 'coordinator', regionId: town } })
})

describe('a coordinator of two regions', () => {
  it('works in the first until she changes over, and in one at a time', async () => {
    expect(await codesSeen(null)).toEqual([codes.yuzhong])
    expect(await frame(null)).toMatchObject({
      otherRegions: [{ id: town, name: expect.stringContaining('永登县') }],
    })
    const chosen = await choose(town)
    expect(chosen.headers.get('Location')).toBe('/desk')
    expect(chosen.headers.get('Set-Cookie')).toContain(`desk=${town};`)
    expect(await codesSeen(town)).toEqual([codes.town])
    expect(await frame(town)).toMatchObject({ otherRegions: [{ id: yuzhong }] })
    expect(await codesSeen(yuzhong)).toEqual([codes.yuzhong])
  })

  it('reaches nothing that she was not given, whatever her browser says', async () => {
    const refused = await choose(yongdeng).catch((thrown: Response) => thrown)
    expect(refused.status).toBe(404)
    for (const wrong of [yongdeng, crypto.randomUUID(), 'nonsense'])
      expect(await codesSeen(wrong)).toEqual([codes.yuzhong])
    const looked = await loader({ request: ask('/desk/region', null), params: {}, context })
    expect(looked.headers.get('Set-Cookie')).toBeNull()
  })

  it('sees on a reused connection what the region of the moment shows, and nothing without one', async () => {
    const connection = async (tx: Pick<Tx, '$queryRaw'>) =>
      (await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`)[0]?.pid
    const look = async (choice: string | null) => {
      const actor = (await findActors(ask('/desk', choice))).find(({ role }) => role === 'coordinator')
      if (!actor) throw new Error('she is a coordinator')
      return inScope(actor, async (tx) => ({
        pid: await connection(tx),
        seen: (await tx.household.findMany({ select: { code: true } })).map(({ code }) => code),
      }))
    }
    const seen = new Map<number | undefined, string[]>()
    for (let turn = 0; turn < 12; turn += 1) {
      const choice = turn % 2 === 0 ? null : town
      const { pid, seen: rows } = await look(choice)
      expect(rows).toEqual([choice ? codes.town : codes.yuzhong])
      seen.set(pid, [...(seen.get(pid) ?? []), ...rows])
    }
    expect(
      [...seen.values()].some((rows) => new Set(rows).size === 2),
      'a connection served both',
    ).toBe(true)
    expect(await prisma.household.count()).toBe(0)
  })

  it('is back in what she holds when the region that she chose ends', async () => {
    await owner.userRole.updateMany({
      where: { userId: her.userId, regionId: town },
      data: { validTo: new Date() },
    })
    expect(await codesSeen(town)).toEqual([codes.yuzhong])
    expect(await frame(town)).toMatchObject({ otherRegions: [] })
  })
})

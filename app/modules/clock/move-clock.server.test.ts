import { expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { createPerson } from '~/modules/people/create-person.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { env } from '~/platform/env.server'
import { tokenHash } from '~/platform/secrets/token.server'
import { owner } from '../../../tests/fixtures/owner'
import { findClock } from './find-clock.server'
import { moveClock } from './move-clock.server'

const day = 24 * 60 * 60 * 1000

async function plantAdmin(): Promise<Actor> {
  const { id: personId } = await inScope({ job: 'sign_in' }, (tx) => createPerson(tx, { phone: null }))
  const user = await owner.user.create({ data: { personId, roles: { create: { role: 'admin' } } } })
  const roles = ['admin' as const]
  return {
    userId: user.id,
    personId,
    role: 'admin',
    roles,
    regionId: null,
    regionPath: null,
    sellerIds: [],
    scope: { person: personId },
  }
}

it('moves the shop forward, keeps people signed in, and leaves a trace', async () => {
  const actor = await plantAdmin()
  const before = await appNow()
  const session = (hours: number, token: string) =>
    owner.session.create({
      data: {
        userId: actor.userId,
        tokenHash: tokenHash(token),
        expiresAt: new Date(before.getTime() + hours * 60 * 60 * 1000),
      },
    })
  const alive = await session(12, 'alive')
  const provedAt = new Date(before.getTime() - 60_000)
  await owner.session.update({ where: { id: alive.id }, data: { provedAt, lastUsedAt: provedAt } })
  const ended = await session(-1, 'ended')

  await moveClock({ actor, days: 7 })

  const { now, aheadSeconds } = await findClock()
  expect(aheadSeconds).toBe(7 * 24 * 60 * 60)
  expect(now.getTime() - before.getTime()).toBeGreaterThanOrEqual(7 * day)
  const later = await owner.session.findUniqueOrThrow({ where: { id: alive.id } })
  expect(later.expiresAt.getTime()).toBe(alive.expiresAt.getTime() + 7 * day)
  expect(later.provedAt?.getTime()).toBe(provedAt.getTime() + 7 * day)
  expect(later.lastUsedAt.getTime()).toBe(provedAt.getTime() + 7 * day)
  expect(later.createdAt.getTime()).toBe(alive.createdAt.getTime() + 7 * day)
  const gone = await owner.session.findUniqueOrThrow({ where: { id: ended.id } })
  expect(gone.expiresAt).toEqual(ended.expiresAt)
  const trace = await owner.auditEvent.findFirstOrThrow({ where: { action: 'clock.moved' } })
  expect(trace).toMatchObject({ actorUserId: actor.userId, role: 'admin', detail: { days: 7 } })
})

it('stands still in live', async () => {
  const actor = await plantAdmin()
  const { aheadSeconds } = await findClock()
  env.APP_MODE = 'live'
  await expect(moveClock({ actor, days: 1 })).rejects.toMatchObject({ key: 'account.clockLive', status: 403 })
  env.APP_MODE = 'demo'
  expect((await findClock()).aheadSeconds).toBe(aheadSeconds)
})

it('is seen by statements whose plans are made, and not before it is moved for good', async () => {
  const actor = await plantAdmin()
  const ask = (tx: Tx = prisma) => tx.$queryRaw<[{ ahead: number }]>`
    SELECT extract(epoch FROM app_now() - date_trunc('milliseconds', now()))::float8 AS ahead`
  // a statement has a name from its third use on, and a plan that stays from the sixth after that
  for (let use = 0; use < 12; use += 1) await ask()
  const [{ ahead: before }] = await ask()
  await expect(
    owner.$transaction(async (other) => {
      await other.$executeRaw`UPDATE "Clock" SET "offsetSeconds" = "offsetSeconds" + 3600`
      expect(await ask(other)).toEqual([{ ahead: before + 3_600 }])
      expect(await ask()).toEqual([{ ahead: before }])
      throw new Error('back')
    }),
  ).rejects.toThrow('back')
  expect(await ask()).toEqual([{ ahead: before }])
  await moveClock({ actor, days: 1 })
  expect(await ask()).toEqual([{ ahead: before + day / 1_000 }])
})

import { describe, expect, it } from 'vitest'
import { prisma } from '~/platform/db/prisma.server'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { advanceOperation } from './advance-operation.server'
import { claimOperation } from './claim-operation.server'
import { finishOperation } from './finish-operation.server'
import { runOnce } from './run-once.server'
import { sweepOperations } from './sweep-operations.server'
import { takeAbandoned } from './take-abandoned.server'

const newKey = () => ({ actorKey: 'test', key: `refund:${crypto.randomUUID()}` })

const claim = (key: { actorKey: string; key: string }, request: unknown = 'same') =>
  prisma.$transaction((tx) => claimOperation(tx, { ...key, request, leaseSeconds: 60 }))

/** Whoever held it is dead: its lease is over. */
async function abandon(key: { actorKey: string; key: string }) {
  await owner.idempotencyKey.updateMany({ where: key, data: { lockedUntil: new Date(Date.now() - 1000) } })
}

describe('a key', () => {
  it('belongs to one of fifty who want it at once', async () => {
    const key = newKey()
    const claims = await Promise.all(Array.from({ length: 50 }, () => claim(key)))
    expect(claims.filter(({ isMine }) => isMine)).toHaveLength(1)
    expect(claims.filter(({ isFinished }) => isFinished)).toEqual([])
  })

  it('is refused with another request, whether it is under way or finished', async () => {
    const key = newKey()
    await claim(key)
    await expect(claim(key, 'other')).rejects.toMatchObject({ status: 409, key: 'errors.formToken' })
    await abandon(key)
    await expect(claim(key, 'other')).rejects.toMatchObject({ status: 409 })
    await finishOperation(prisma, key)
    await expect(claim(key, 'other')).rejects.toMatchObject({ status: 409 })
    expect(await claim({ ...key, actorKey: 'somebody else' }, 'other')).toMatchObject({ isMine: true })
  })

  it('of somebody dead goes to one of those who come, with the point to go on from', async () => {
    const key = newKey()
    await claim(key)
    await prisma.$transaction((tx) =>
      advanceOperation(tx, key, { recoveryPoint: 'placed', answer: { number: 'QS1' } }),
    )
    expect(await claim(key)).toMatchObject({ isMine: false, recoveryPoint: 'placed' })
    await abandon(key)
    const claims = await Promise.all(Array.from({ length: 20 }, () => claim(key)))
    expect(claims.filter(({ isMine }) => isMine)).toEqual([
      { isMine: true, isFinished: false, recoveryPoint: 'placed', answer: { number: 'QS1' } },
    ])
  })

  it('answers the same for ever once it is finished', async () => {
    const key = newKey()
    await claim(key)
    await prisma.$transaction((tx) =>
      advanceOperation(tx, key, { recoveryPoint: 'placed', answer: { number: 'QS2' } }),
    )
    await finishOperation(prisma, key)
    await finishOperation(prisma, key)
    expect(await claim(key)).toMatchObject({ isMine: false, isFinished: true, answer: { number: 'QS2' } })
  })

  it('is kept for thirty days, and longer while it is not finished', async () => {
    const [done, open] = [newKey(), newKey()]
    await claim(done)
    await finishOperation(prisma, done)
    await claim(open)
    await passDays(29)
    await sweepOperations({ batch: 1000 })
    expect(await owner.idempotencyKey.count({ where: done })).toBe(1)
    await passDays(2)
    await sweepOperations({ batch: 1000 })
    expect(await owner.idempotencyKey.count({ where: done })).toBe(0)
    expect(await owner.idempotencyKey.count({ where: open })).toBe(1)
  })
})

describe('what is run once', () => {
  it('is done by one worker of twenty, and never again', async () => {
    const key = newKey()
    let times = 0
    const work = async () => {
      times += 1
      await prisma.$executeRaw`SELECT pg_sleep(0.2)`
    }
    await Promise.all(Array.from({ length: 20 }, () => runOnce(key, work)))
    await runOnce(key, work)
    expect(times).toBe(1)
  })

  it('is tried again at once when it failed, and taken up when its worker died', async () => {
    const key = newKey()
    await expect(runOnce(key, () => Promise.reject(new Error('away')))).rejects.toThrow('away')
    let times = 0
    await runOnce(key, async () => {
      times += 1
    })
    expect(times).toBe(1)

    await owner.idempotencyKey.updateMany({ data: { finishedAt: new Date() } })
    const dead = newKey()
    await claim(dead)
    expect(await takeAbandoned()).toBeNull()
    await abandon(dead)
    const taken = await Promise.all(Array.from({ length: 10 }, () => takeAbandoned()))
    expect(taken.filter((one) => one !== null)).toEqual([{ ...dead, answer: null }])
    expect(await takeAbandoned()).toBeNull()
  })
})

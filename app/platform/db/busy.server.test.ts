import { json } from '@remix-run/node'
import { beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { env } from '~/platform/env.server'
import { handleFormData } from '~/platform/form.server'
import { owner } from '../../../tests/fixtures/owner'
import { openPool } from '../../../tests/fixtures/payouts'
import { buildGround } from '../../../tests/fixtures/world'
import { prisma } from './prisma.server'

let ids: string[]

beforeAll(async () => {
  await buildGround()
  ids = (await owner.region.findMany({ orderBy: { id: 'asc' }, take: 2 })).map(({ id }) => id)
  await openPool()
})

/** Locks two rows one after the other; two of them the other way round wait in a circle. Answers how often it was begun. */
async function lockBoth(order: readonly string[]): Promise<number> {
  let begun = 0
  await prisma.$transaction(async (tx) => {
    begun += 1
    for (const id of order) {
      await tx.$executeRaw`SELECT 1 FROM "Region" WHERE id = ${id}::uuid FOR UPDATE`
      await tx.$executeRaw`SELECT pg_sleep(0.2)`
    }
  })
  return begun
}

it('two transactions that wait for each other in a circle are both done, one of them again', async () => {
  const begun = await Promise.all([lockBoth(ids), lockBoth(ids.toReversed())])
  expect(begun.sort()).toEqual([1, 2])
})

it.each(['zh-CN', 'en'])(
  'a row that somebody holds is a sentence with a time to try again, %s',
  async (locale) => {
    const path = locale === 'en' ? '/en/cart' : '/cart'
    const request = new Request(`http://127.0.0.1${path}`, { method: 'POST' })
    const touch = () => prisma.craft.updateMany({ data: { position: 1 } })
    const change = () => prisma.$transaction((tx) => tx.craft.updateMany({ data: { position: 1 } }))
    const send = (work: () => Promise<unknown>) =>
      handleFormData(request, new FormData(), z.object({}), async () => json(await work()))
    let answers: Response[] = []
    await owner.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT 1 FROM "Craft" FOR UPDATE`
        answers = await Promise.all([send(touch), send(change)])
      },
      { timeout: 20_000 },
    )
    for (const answer of answers) {
      expect(answer.status).toBe(503)
      expect(answer.headers.get('Retry-After')).toBe('2')
      const { formError } = z.object({ formError: z.string() }).parse(await answer.json())
      expect(formError).toContain(locale === 'en' ? 'Somebody else is changing this' : '别人也正在改这里')
    }
  },
)

it('a pool in which no connection comes free in time is the same sentence, and nothing was begun', async () => {
  let begun = 0
  const hold = () => prisma.$transaction((tx) => tx.$executeRaw`SELECT pg_sleep(2)`)
  const holding = Array.from({ length: env.DATABASE_POOL }, hold)
  const late = prisma.$transaction(
    async () => {
      begun += 1
    },
    { maxWait: 200 },
  )
  await expect(late).rejects.toMatchObject({ key: 'errors.busy', status: 503 })
  await Promise.all(holding)
  expect(begun).toBe(0)
})

it('a transaction whose time is over is the same sentence, and nothing of it was done', async () => {
  const before = await owner.craft.findMany({ orderBy: { id: 'asc' }, select: { id: true, position: true } })
  const slow = prisma.$transaction(
    async (tx) => {
      await tx.craft.updateMany({ data: { position: { increment: 1 } } })
      await tx.$executeRaw`SELECT pg_sleep(0.5)`
      await tx.craft.count()
    },
    { timeout: 100 },
  )
  await expect(slow).rejects.toMatchObject({ key: 'errors.busy', status: 503 })
  const since = owner.craft.findMany({ orderBy: { id: 'asc' }, select: { id: true, position: true } })
  expect(await since).toEqual(before)
})

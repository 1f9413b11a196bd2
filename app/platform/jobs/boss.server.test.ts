import { execFile } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { prisma } from '~/platform/db/prisma.server'
import { env } from '~/platform/env.server'
import { startChild, stopChild } from '../../../scripts/process/child'
import { enqueue, type Handlers, startWorker } from './boss.server'
import { queues } from './queues'

/** What a queue that is not woken takes a minute for; milliseconds, with room for a busy machine. */
const atOnce = 20_000

/** When each job began, by queue; milliseconds of the machine's clock. */
let begun: { queue: string; at: number; number?: string }[] = []
let stop = async () => {}

beforeEach(async () => {
  begun = []
  const handlers: Partial<Handlers> = {}
  for (const { name } of queues)
    handlers[name] = async ({ number }) => {
      begun.push({ queue: name, at: Date.now(), ...(number ? { number } : {}) })
      // as an event does, so that not all are done before a second process looks
      if (name === 'payment-event') await wait(300)
    }
  stop = await startWorker(handlers as Handlers)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await stop()
})

/** Sends a job as another process of the shop does, and says when that was done, in milliseconds of the machine's clock. */
async function sendElsewhere(queue: string, options: object = {}): Promise<number> {
  const script = `
    const PgBoss = require('pg-boss')
    const boss = new PgBoss({ connectionString: process.env.DATABASE_URL, schema: 'pgboss', migrate: false, supervise: false, schedule: false })
    boss.start()
      .then(() => boss.send(${JSON.stringify(queue)}, {}, ${JSON.stringify(options)}))
      .then(() => console.log(Date.now()))
      .then(() => boss.stop({ graceful: false }))
      .then(() => process.exit())`
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], {
    env: { ...process.env, DATABASE_URL: env.DATABASE_URL },
  })
  return Number(stdout)
}

it('asks the database at most three times a second while nothing waits', async () => {
  await wait(2000)
  const asked = vi.spyOn(pg.Client.prototype, 'query')
  await wait(5000)
  expect(asked.mock.calls.length).toBeGreaterThan(0)
  expect(asked.mock.calls.length).toBeLessThanOrEqual(15)
})

it('begins a job of each queue at once after another process has sent it', async () => {
  await wait(2000)
  for (const { name } of queues) {
    const sent = await sendElsewhere(name)
    await expect.poll(() => begun.map(({ queue }) => queue), { timeout: 30_000 }).toContain(name)
    expect((begun.find(({ queue }) => queue === name)?.at ?? 0) - sent).toBeLessThan(atOnce)
  }
})

it('begins a job that is sent for later when its time has come', async () => {
  await wait(2000)
  const sent = await sendElsewhere('order-letter', { startAfter: 3 })
  await expect.poll(() => begun.length, { timeout: 30_000 }).toBe(1)
  const waited = (begun[0]?.at ?? 0) - sent
  expect(waited).toBeGreaterThan(2500)
  expect(waited).toBeLessThan(3000 + atOnce)
})

it('begins one at once, and once, after its connections to the database were cut', async () => {
  await wait(2000)
  const other = new pg.Client({ connectionString: env.DATABASE_URL })
  await other.connect()
  const cut = await other.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'qiaoshou-jobs' AND datname = current_database()`,
  )
  await other.end()
  expect(cut.rowCount).toBeGreaterThan(0)
  const sent = await sendElsewhere('order-letter')
  await expect.poll(() => begun.length, { timeout: 30_000 }).toBe(1)
  expect((begun[0]?.at ?? 0) - sent).toBeLessThan(atOnce)
  await wait(2000)
  expect(begun).toHaveLength(1)
})

it('works through what has piled up, and not one job with each look', async () => {
  await wait(2000)
  const numbers = Array.from({ length: 40 }, (_, at) => String(100 + at))
  await prisma.$transaction(async (tx) => {
    for (const number of numbers) await enqueue(tx, 'order-letter', { number })
  })
  const letters = () => begun.filter(({ queue }) => queue === 'order-letter')
  await expect.poll(() => letters().length, { timeout: 60_000 }).toBe(40)
  expect(
    letters()
      .map(({ number }) => number)
      .toSorted(),
  ).toEqual(numbers)
  const times = letters().map(({ at }) => at)
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0))
  // a look comes every half second: more than half of the jobs did not wait for one
  expect(gaps.filter((gap) => gap < 400).length).toBeGreaterThan(20)
})

it('shares a queue with a second process: each job is done by one of the two, once', async () => {
  const second = startChild('tests/fixtures/job-worker.ts', [], {
    environment: { DATABASE_URL: env.DATABASE_URL },
  })
  const there: string[] = []
  second.on('message', (number) => there.push(String(number)))
  try {
    await expect.poll(() => there, { timeout: 60_000 }).toEqual(['ready'])
    const numbers = Array.from({ length: 80 }, (_, at) => String(100 + at))
    await prisma.$transaction(async (tx) => {
      for (const number of numbers) await enqueue(tx, 'payment-event', { number })
    })
    const here = () => begun.flatMap(({ number }) => number ?? [])
    await expect.poll(() => here().length + there.length - 1, { timeout: 60_000 }).toBeGreaterThanOrEqual(80)
    await wait(2000)
    expect([...here(), ...there.slice(1)].toSorted()).toEqual(numbers)
    expect(here().length).toBeGreaterThan(0)
    expect(there.length).toBeGreaterThan(1)
  } finally {
    await stopChild(second, 5000)
  }
})

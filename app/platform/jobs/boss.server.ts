import { setTimeout as wait } from 'node:timers/promises'
import PgBoss from 'pg-boss'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import { env } from '~/platform/env.server'
import { log } from '~/platform/log.server'
import { JobsDatabase } from './jobs-database.server'
import type { QueueName } from './queues'

let boss: PgBoss | undefined
const database = new JobsDatabase()

function instance(): PgBoss {
  boss ??= new PgBoss({
    db: database,
    schema: 'pgboss',
    migrate: false,
    // no queue runs by a calendar
    schedule: false,
  })
  return boss
}

/**
 * Puts a job on its queue inside the caller's transaction: a rollback removes it. Data carries ids only, never a person's data. Of those on one queue the higher `priority` goes first.
 */
export async function enqueue(
  tx: Tx,
  queue: QueueName,
  data: Record<string, string>,
  { afterSeconds = 0, priority = 0 }: { afterSeconds?: number; priority?: number } = {},
): Promise<void> {
  await instance().send(queue, data, {
    ...(afterSeconds > 0 ? { startAfter: afterSeconds } : {}),
    priority,
    db: {
      async executeSql(text: string, values: unknown[]) {
        const rows = await tx.$queryRawUnsafe<unknown[]>(text, ...values)
        return { rows }
      },
    },
  })
}

/** The same as a statement of its own, to be written with what it tells of: it is the one that pg-boss asks, with its values. */
export async function jobSql(queue: QueueName, data: Record<string, string>): Promise<Prisma.Sql> {
  const asked: Prisma.Sql[] = []
  await instance().send(queue, data, {
    db: {
      async executeSql(text: string, values: unknown[]) {
        asked.push(numbered(text, values))
        return { rows: [] }
      },
    },
  })
  const [job] = asked
  if (!job) throw new Error('a job that asks nothing')
  return job
}

/** A text with numbers for its values, each of which may come several times. */
function numbered(text: string, values: readonly unknown[]): Prisma.Sql {
  const parts = text.split(/\$(\d+)/)
  const numbers = parts.filter((_, at) => at % 2 === 1)
  return new Prisma.Sql(
    parts.filter((_, at) => at % 2 === 0),
    numbers.map((number) => values[Number(number) - 1] ?? null),
  )
}

/** The handlers of a worker process, by queue. */
export type Handlers = Record<QueueName, (data: Record<string, string>) => Promise<void>>

/** A backlog of events must not take hours. Letters of a rush are fetched and ended together, each holding a connection while a carrier takes it: two stay for pages. The others are few. */
function jobsAtOnce(queue: string): number {
  return queue === 'payment-event'
    ? 10
    : queue === 'order-letter'
      ? Math.max(1, Math.min(3, env.DATABASE_POOL - 2))
      : 1
}

/** One job of those fetched together. A failure is its own: it alone is tried again. */
async function work(
  worker: PgBoss,
  queue: string,
  handle: (data: Record<string, string>) => Promise<void>,
  job: PgBoss.Job<Record<string, string>>,
): Promise<void> {
  try {
    await handle(job.data)
  } catch (error) {
    log.error('job.failed', error, { job: queue })
    await worker.fail(queue, job.id, { message: error instanceof Error ? error.message : 'failed' })
  }
}

/** How often the worker looks in which queues a job waits, in milliseconds: somebody may wait for its letter or payment. */
const lookEvery = 500

/** How often a queue that is not woken asks by itself, in seconds: a net below the look. */
const askEvery = 60

const waitingQueues = `
  SELECT queue.name FROM unnest($1::text[]) AS queue (name)
  WHERE EXISTS (
    SELECT 1 FROM pgboss.job WHERE job.name = queue.name AND job.state < 'active' AND job.start_after < now()
  )`

/** Until it is stopped: one look for all queues, idle or not, and whoever works on one that has a job due is woken. `woken` names who works, by queue. */
async function wakeWaiting(worker: PgBoss, woken: Map<string, string>, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    try {
      const { rows } = await database.executeSql(waitingQueues, [[...woken.keys()]])
      for (const { name } of rows as { name: string }[]) worker.notifyWorker(woken.get(name) ?? '')
    } catch (error) {
      log.error('jobs.look', error)
    }
    await wait(lookEvery, undefined, { signal: stopping }).catch(() => {})
  }
}

/** Starts the worker: handlers, the beat of the `due` queue and the hourly one of `sweep`. Returns how to stop it, letting running jobs end. */
export async function startWorker(handlers: Handlers): Promise<() => Promise<void>> {
  const worker = instance()
  worker.on('error', (error) => log.error('jobs.error', error))
  database.open()
  await worker.start()
  const woken = new Map<string, string>()
  for (const [queue, handle] of Object.entries(handlers)) {
    const options = { pollingIntervalSeconds: askEvery, batchSize: jobsAtOnce(queue) }
    const id = await worker.work<Record<string, string>>(queue, options, async (jobs) => {
      await Promise.all(jobs.map((job) => work(worker, queue, handle, job)))
      // more may wait behind them: the letters of a rush would else go out one with each look
      worker.notifyWorker(woken.get(queue) ?? '')
    })
    woken.set(queue, id)
  }
  const stopping = new AbortController()
  const looking = wakeWaiting(worker, woken, stopping.signal)
  const beat = setInterval(() => {
    worker.send('due', {}, { singletonSeconds: 20 }).catch((error) => log.error('jobs.beat', error))
    worker.send('sweep', {}, { singletonSeconds: 3600 }).catch((error) => log.error('jobs.beat', error))
  }, 20_000)
  return async () => {
    clearInterval(beat)
    stopping.abort()
    await looking
    await worker.stop({ graceful: true, timeout: 10_000 })
    await database.close()
  }
}

import { setTimeout as pause } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '~/generated/prisma/client'
import { env } from '~/platform/env.server'
import { log } from '~/platform/log.server'
import { busyRefusal, isRepeatable } from './busy.server'
import { Guest } from './guest.server'
import { nameStatements } from './name-statements'
import { inTime, OwnPool } from './own-transaction.server'
import { rawVerbs } from './raw-statements.server'

export { Prisma }

/** The client inside one database transaction. Verbs take it as `tx` on walled tables and wherever they take part in a larger change. */
export type Tx = Prisma.TransactionClient

type Connected = {
  prisma: PrismaClient
  begin: <R>(opening: string, work: Work<R>, options?: Options) => Promise<R>
}

function connect(): Connected {
  const pool = new OwnPool({
    connectionString: env.DATABASE_URL,
    max: env.DATABASE_POOL,
    connectionTimeoutMillis: 12_000,
    // a connection knows its statements' plans from their sixth use on: few that stay are quicker than many that come and go
    idleTimeoutMillis: 600_000,
    keepAlive: true,
    statement_timeout: 15_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 20_000,
    // pages lie in memory or on a disk without a moving head: what an index names costs about as much as what stands beside
    options: '-c random_page_cost=1.1',
  })
  // one that ends while nobody uses it (the database was started anew) is replaced when it is needed; unheard, it would end the process
  pool.on('error', (error) => log.error('database.connection_lost', error))
  const nameOf = nameStatements()
  const adapter = new PrismaPg(pool, { statementNameGenerator: nameOf })
  const client = new PrismaClient({ adapter, transactionOptions: bounds })
  const once = async <R>(opening: string, work: Work<R>, options: Options = {}): Promise<R> => {
    const { maxWait, timeout } = { ...bounds, ...options }
    const own = await pool.begin(opening, maxWait)
    const guest = new Guest(client, own, timeout)
    const ask = rawVerbs((statement) => own.query(statement), nameOf)
    return inTime(own, timeout, () => guest.staying(() => work(guest.with(ask))))
  }
  const begin = patient(once)
  // whether or not Prisma was asked for anything: a pool that stays keeps a command from ending
  const disconnect = async () => {
    await client.$disconnect()
    if (!pool.ending) await pool.end()
  }
  const verbs = new Map<unknown, unknown>([
    ...rawVerbs((statement) => pool.query(statement), nameOf),
    ['$transaction', <R>(work: Work<R>, options?: Options) => begin('BEGIN', work, options)],
    ['$disconnect', disconnect],
  ])
  return { prisma: withVerbs(client, verbs), begin }
}

/** A client with some of its verbs in other words. */
function withVerbs<Client extends object>(client: Client, verbs: ReadonlyMap<unknown, unknown>): Client {
  return new Proxy(client, { get: (target, name): unknown => verbs.get(name) ?? Reflect.get(target, name) })
}

/** Tries of a transaction that another one made the database roll back. */
const mostTries = 3

type Work<R> = (tx: Tx) => Promise<R>
/** milliseconds: until a connection comes free, and for all of the work */
type Bounds = { maxWait: number; timeout: number }
type Options = Partial<Bounds>

const bounds: Bounds = { maxWait: 12_000, timeout: 10_000 }

/**
 * Transactions that were rolled back for another one's sake (deadlock, serialization) are done again, with a short pause that differs from the other's; what cannot be had
 * even so, or is held for longer than a lock is waited for, is a Refusal (503) that says so. Their work is in the database alone, so that doing it again is safe.
 */
function patient(once: Connected['begin']): Connected['begin'] {
  return async (opening, work, options) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await once(opening, work, options)
      } catch (error) {
        if (!isRepeatable(error) || tries === mostTries) throw busyRefusal(error) ?? error
      }
      log.warn('database.repeated', { count: tries })
      await pause(Math.random() * 50 * tries)
    }
  }
}

const connected: Connected = globalThis.__database ?? connect()
if (env.NODE_ENV === 'development') globalThis.__database = connected

/** One client per process; a hot reload keeps it. Never used inside a transaction: it would wait for a second connection and may deadlock the pool. */
export const { prisma } = connected

/** A transaction that begins with more than BEGIN alone, in one with it: `opening` stands in our code, and what it quotes is quoted by the driver. */
export const { begin } = connected

declare global {
  var __database: Connected | undefined
}

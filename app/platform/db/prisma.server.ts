import { setTimeout as pause } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '~/generated/prisma/client'
import { env } from '~/platform/env.server'
import { log } from '~/platform/log.server'
import { busyRefusal, isRepeatable } from './busy.server'
import { nameStatements } from './name-statements'

export { Prisma }

/** The client inside one database transaction. Verbs take it as `tx` on walled tables and wherever they take part in a larger change. */
export type Tx = Prisma.TransactionClient

function connect() {
  const adapter = new PrismaPg(
    {
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
    },
    { statementNameGenerator: nameStatements() },
  )
  return patient(new PrismaClient({ adapter, transactionOptions: { maxWait: 12_000, timeout: 10_000 } }))
}

/** Tries of a transaction that another one made the database roll back. */
const mostTries = 3

type Work<R> = (tx: Tx) => Promise<R>
type Options = { maxWait?: number; timeout?: number; isolationLevel?: Prisma.TransactionIsolationLevel }

/**
 * Transactions that were rolled back for another one's sake (deadlock, serialization) are done again, with a short pause that differs from the other's; what cannot be had
 * even so, or is held for longer than a lock is waited for, is a Refusal (503) that says so. Their work is in the database alone, so that doing it again is safe.
 */
function patient(client: PrismaClient): PrismaClient {
  async function inTurn<R>(work: Work<R>, options?: Options): Promise<R> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await client.$transaction(work, options)
      } catch (error) {
        if (!isRepeatable(error) || tries === mostTries) throw busyRefusal(error) ?? error
      }
      log.warn('database.repeated', { count: tries })
      await pause(Math.random() * 50 * tries)
    }
  }
  return new Proxy(client, {
    get: (target, name): unknown => (name === '$transaction' ? inTurn : Reflect.get(target, name)),
  })
}

/** One client per process; a hot reload keeps it. Never used inside a transaction: it would wait for a second connection and may deadlock the pool. */
export const prisma: PrismaClient = globalThis.__prisma ?? connect()
if (env.NODE_ENV === 'development') globalThis.__prisma = prisma

declare global {
  var __prisma: PrismaClient | undefined
}

import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '~/generated/prisma/client'
import { env } from '~/platform/env.server'

export { Prisma }

/** The client inside one database transaction. Verbs take it as `tx` on walled tables and wherever they take part in a larger change. */
export type Tx = Prisma.TransactionClient

function connect() {
  const adapter = new PrismaPg({
    connectionString: env.DATABASE_URL,
    max: env.DATABASE_POOL,
    connectionTimeoutMillis: 12_000,
    statement_timeout: 15_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 20_000,
  })
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 12_000, timeout: 10_000 } })
}

/** One client per process; a hot reload keeps it. Never used inside a transaction: it would wait for a second connection and may deadlock the pool. */
export const prisma: PrismaClient = globalThis.__prisma ?? connect()
if (env.NODE_ENV === 'development') globalThis.__prisma = prisma

declare global {
  var __prisma: PrismaClient | undefined
}

import { DriverAdapterError } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { Prisma } from '~/generated/prisma/client'
import { answerTypes, asked } from './raw-values'

/** A statement with its values, as the driver takes it. */
export type Statement = { name: string; text: string; values: unknown[]; types: pg.CustomTypesConfig }

/** Asks the database on a connection; which one is its maker's. */
type Run = (statement: Statement) => Promise<Answer>

type Answer = { rows: unknown[]; rowCount: number | null }

type Query = TemplateStringsArray | Prisma.Sql

/**
 * Prisma's four verbs for statements written by hand, without its client between them and the driver: it takes longer over such a statement than the driver does, and adds nothing. They take and give
 * the same, and fail with the same kind of error. `run` says on which connection; `nameOf` names what comes again.
 */
export function rawVerbs(
  run: Run,
  nameOf: (statement: { sql: string }) => string,
): ReadonlyMap<unknown, unknown> {
  async function ask(text: string, values: readonly unknown[]): Promise<Answer> {
    try {
      return await run({ name: nameOf({ sql: text }), text, values: values.map(asked), types: answerTypes })
    } catch (error) {
      throw databaseError(error)
    }
  }
  const askQuery = (query: Query, values: unknown[]) => {
    const { text, values: all } = 'raw' in query ? Prisma.sql(query, ...values) : query
    return ask(text, all)
  }
  return new Map<string, unknown>([
    ['$queryRaw', async (query: Query, ...values: unknown[]) => (await askQuery(query, values)).rows],
    [
      '$executeRaw',
      async (query: Query, ...values: unknown[]) => (await askQuery(query, values)).rowCount ?? 0,
    ],
    ['$queryRawUnsafe', async (text: string, ...values: unknown[]) => (await ask(text, values)).rows],
    [
      '$executeRawUnsafe',
      async (text: string, ...values: unknown[]) => (await ask(text, values)).rowCount ?? 0,
    ],
  ])
}

/** What the database refuses as Prisma says it of a raw statement; anything else as it is. */
export function databaseError(error: unknown): unknown {
  return error instanceof pg.DatabaseError ? knownError(error) : error
}

/** With the database's own code. */
function knownError(error: pg.DatabaseError): Error {
  const { code = 'N/A', message, severity = 'N/A', detail, column, hint } = error
  const driverAdapterError = new DriverAdapterError({
    ...{ kind: 'postgres', code, message, severity, detail, column, hint },
    originalCode: code,
    originalMessage: message,
  })
  return new Prisma.PrismaClientKnownRequestError(
    `Raw query failed. Code: \`${code}\`. Message: \`${message}\``,
    { code: 'P2010', clientVersion: Prisma.prismaVersion.client, meta: { driverAdapterError } },
  )
}

/** The transaction is over: it took too long, or whoever began it did not wait for all of it. */
export function overError(): Error {
  return new Prisma.PrismaClientKnownRequestError(
    'A statement cannot be asked in a transaction that is over.',
    {
      code: 'P2028',
      clientVersion: Prisma.prismaVersion.client,
    },
  )
}

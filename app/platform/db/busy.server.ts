import { Prisma } from '~/generated/prisma/client'
import { Refusal } from '~/platform/errors'

/** A deadlock or a serialization failure: the whole transaction was rolled back, and may simply be done once more. */
const repeatable = ['40P01', '40001']

/** Somebody holds the row for longer than `lock_timeout`: waiting once more would hold a connection as long again. */
const held = '55P03'

/** Seconds after which the same thing may be tried again. */
const retryAfter = 2

/** Whether the database has rolled a transaction back because of another one, so that doing it again may succeed. */
export function isRepeatable(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  return error.code === 'P2034' || repeatable.includes(databaseCode(error) ?? '')
}

/** "Somebody else is changing this right now" for a failure that is nothing else, also when a transaction could not begin or end in time; null for any other error. */
export function busyRefusal(error: unknown): Refusal | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null
  const isBusy = databaseCode(error) === held || isOutOfTime(error) || isRepeatable(error)
  return isBusy ? new Refusal('errors.busy', 503, {}, null, retryAfter) : null
}

/** No connection came free, or the time of the transaction was over: nothing of it was done. */
function isOutOfTime({ code }: Prisma.PrismaClientKnownRequestError): boolean {
  return code === 'P2028'
}

/** The database's own code, as the adapter hands it on. */
function databaseCode({ meta }: Prisma.PrismaClientKnownRequestError): string | null {
  const cause = inside(inside(meta, 'driverAdapterError'), 'cause')
  const code = inside(cause, 'originalCode')
  return typeof code === 'string' ? code : null
}

function inside(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return null
  return Object.entries(value).find(([key]) => key === name)?.[1] ?? null
}

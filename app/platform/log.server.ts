import pino from 'pino'
import { env } from './env.server'

/**
 * One line of JSON per event: an event name and ids. Never a person's data: only the fields of this list may appear.
 */
export type LogFields = {
  requestId?: string
  route?: string
  method?: string
  status?: number
  ms?: number
  userId?: string
  orderId?: string
  sellerOrderId?: string
  paymentId?: string
  productId?: string
  batchId?: string
  mediaId?: string
  eventId?: string
  job?: string
  count?: number
  reason?: string
  error?: string
  stack?: string
}

const logger = pino({ level: env.LOG_LEVEL, base: null })

export const log = {
  info: (event: string, fields: LogFields = {}) => logger.info(fields, event),
  warn: (event: string, fields: LogFields = {}) => logger.warn(fields, event),
  /** A bug or an outage, with its cause's name and stack but not its message: messages may quote data. */
  error: (event: string, cause: unknown, fields: LogFields = {}) =>
    logger.error({ ...fields, ...causeOf(cause) }, event),
}

function causeOf(cause: unknown): Pick<LogFields, 'error' | 'stack'> {
  if (!(cause instanceof Error)) return { error: typeof cause }
  const code = 'code' in cause ? ` ${String(cause.code)}` : ''
  const stack = (cause.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return { error: `${cause.name}${code}`, stack: stack.slice(0, 8).join('\n') }
}

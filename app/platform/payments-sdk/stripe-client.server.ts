import Stripe from 'stripe'
import { fromSafeNumber } from '~/platform/money'
import { type PaymentFailure, PaymentGatewayError, type Settlement } from './payment-gateway'
import type { StripeOptions } from './stripe-options'

const TIMEOUT_MS = 20_000
const MAX_RETRIES = 2
const PAGE_SIZE = 100
/** A list that is longer than this was asked for with the wrong dates. */
const MAX_PAGES = 100

/** The SDK, pointed at Stripe or, by `apiBase`, at the sandbox: files go to the same place as everything else. */
export function stripeClient({ secretKey, apiBase, timeoutMs }: StripeOptions): Stripe {
  return new Stripe(secretKey, {
    timeout: timeoutMs ?? TIMEOUT_MS,
    maxNetworkRetries: MAX_RETRIES,
    telemetry: false,
    ...(apiBase && addressOf(apiBase)),
  })
}

function addressOf(apiBase: URL): Pick<Stripe.StripeConfig, 'host' | 'port' | 'protocol'> {
  const protocol = apiBase.protocol === 'https:' ? 'https' : 'http'
  const port = apiBase.port || (protocol === 'https' ? '443' : '80')
  return { protocol, port, host: apiBase.hostname.replace(/^\[|\]$/g, '') }
}

/** Runs one call and puts the SDK's many errors into our six: what a caller does next depends on no more than that. */
export async function answerOf<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (cause) {
    if (!(cause instanceof Stripe.errors.StripeError)) throw cause
    throw new PaymentGatewayError(failureOf(cause), cause.code ?? null, cause.requestId ?? null, { cause })
  }
}

function failureOf(error: InstanceType<typeof Stripe.errors.StripeError>): PaymentFailure {
  if (error instanceof Stripe.errors.StripeIdempotencyError) return 'key_reused'
  if (error instanceof Stripe.errors.StripeAuthenticationError) return 'misconfigured'
  if (error instanceof Stripe.errors.StripePermissionError) return 'misconfigured'
  if (error instanceof Stripe.errors.StripeCardError) return 'refused'
  if (error instanceof Stripe.errors.StripeInvalidRequestError) {
    return error.statusCode === 404 ? 'not_found' : 'refused'
  }
  return 'unreachable'
}

/** Every object of a list, newest first. Refuses a list of more than 10 000. */
export async function allOf<T extends { id: string }>(
  fetchPage: (paging: Stripe.PaginationParams) => Promise<Stripe.ApiList<T>>,
): Promise<T[]> {
  const found: T[] = []
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const last = found.at(-1)
    const { data, has_more } = await answerOf(() =>
      fetchPage({ limit: PAGE_SIZE, ...(last && { starting_after: last.id }) }),
    )
    found.push(...data)
    if (!has_more || data.length === 0) return found
  }
  throw unexpected('list')
}

/** One page and the cursor of the next. */
export async function pageOf<T extends { id: string }>(
  cursor: string | undefined,
  fetchPage: (paging: Stripe.PaginationParams) => Promise<Stripe.ApiList<T>>,
): Promise<{ items: T[]; next: string | null }> {
  const { data, has_more } = await answerOf(() =>
    fetchPage({ limit: PAGE_SIZE, ...(cursor !== undefined && { starting_after: cursor }) }),
  )
  return { items: data, next: has_more ? (data.at(-1)?.id ?? null) : null }
}

export function unexpected(field: string): PaymentGatewayError {
  return new PaymentGatewayError('unexpected_answer', field, null)
}

/** The object that we asked Stripe to put in place of its id. */
export function expanded<T extends object>(answer: string | T | null | undefined, field: string): T | null {
  if (typeof answer === 'string') throw unexpected(field)
  return answer ?? null
}

export function idOf(reference: string | { id: string } | null | undefined): string | null {
  return typeof reference === 'string' ? reference : (reference?.id ?? null)
}

export function settlementOf(
  movement: string | Stripe.BalanceTransaction | null | undefined,
): Settlement | null {
  const booked = expanded(movement, 'balance_transaction')
  if (booked === null) return null
  return {
    amount: fromSafeNumber(booked.amount),
    currency: booked.currency.toUpperCase(),
    fee: fromSafeNumber(booked.fee),
    exchangeRate: rateOf(booked),
  }
}

export function rateOf({ exchange_rate: rate }: Stripe.BalanceTransaction): string | null {
  return rate === null ? null : String(rate)
}

export function dateOf(seconds: number): Date {
  return new Date(seconds * 1000)
}

/** Whole seconds: what happened in the same second counts as after it. */
export function secondsOf(date: Date): number {
  return Math.floor(date.getTime() / 1000)
}

/** What a command of ours leaves on the object, so that it can be found when its answer was lost. */
export function markOf(operationId: string): { operation_id: string } {
  return { operation_id: operationId }
}

export function operationOf(metadata: Stripe.Metadata | null | undefined): string | null {
  return metadata?.operation_id ?? null
}

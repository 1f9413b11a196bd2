/** The members of Stripe's error object that our operations answer: https://docs.stripe.com/api/errors */
interface StripeErrorObject {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error'
  message: string
  code?: string
  param?: string
  doc_url?: string
  decline_code?: string
  charge?: string
  payment_intent?: unknown
}

type CardRefusal = Pick<StripeErrorObject, 'code' | 'decline_code' | 'charge' | 'payment_intent'>

/** An answer other than 200. The body always has an `error` member: without it the SDK takes a 400 for success. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal'

  constructor(
    readonly status: number,
    readonly error: StripeErrorObject,
  ) {
    super(error.message)
  }
}

/** A request that Stripe refuses as it stands. */
export function invalidRequest(
  message: string,
  details: { code?: string; param?: string } = {},
  status = 400,
) {
  const doc = details.code && {
    doc_url: `https://stripe.com/docs/error-codes/${details.code.replaceAll('_', '-')}`,
  }
  return new ApiRefusal(status, { type: 'invalid_request_error', message, ...details, ...doc })
}

export function parameterUnknown(param: string) {
  return invalidRequest(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param })
}

export function parameterMissing(param: string) {
  return invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
}

export function resourceMissing(noun: string, id: string, param: string) {
  return invalidRequest(`No such ${noun}: '${id}'`, { code: 'resource_missing', param }, 404)
}

export function urlUnknown(method: string, path: string) {
  return invalidRequest(
    `Unrecognized request URL (${method}: ${path}). The sandbox knows only what the shop uses.`,
    {},
    404,
  )
}

export function keyMissing() {
  return invalidRequest(
    "You did not provide an API key. Provide it in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    {},
    401,
  )
}

export function keyWrong(key: string) {
  const shown = key.length > 12 ? `${key.slice(0, 8)}${'*'.repeat(8)}${key.slice(-4)}` : '********'
  return invalidRequest(`Invalid API Key provided: ${shown}`, {}, 401)
}

export function accountUnknown() {
  return invalidRequest(
    'The provided key does not have access to this account (or that account does not exist).',
    { code: 'account_invalid' },
    403,
  )
}

export function cardRefused(message: string, details: CardRefusal) {
  return new ApiRefusal(402, { type: 'card_error', message, ...details })
}

/** An answer that the API gives for no fault of the request. */
export function brokenService(status: 409 | 429 | 500 | 503) {
  const code = { 409: 'lock_timeout', 429: 'rate_limit', 500: undefined, 503: undefined }[status]
  const type = status < 500 ? 'invalid_request_error' : 'api_error'
  return new ApiRefusal(status, {
    type,
    message: 'The sandbox was told to answer so.',
    ...(code && { code }),
  })
}

export function idempotencyConflict(key: string) {
  return new ApiRefusal(400, {
    type: 'idempotency_error',
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  })
}

export function brokenSandbox() {
  return new ApiRefusal(500, { type: 'api_error', message: 'The sandbox failed; its console says why.' })
}

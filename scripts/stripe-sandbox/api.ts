import { timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { keepAppointments } from './due'
import { ApiRefusal, accountUnknown, invalidRequest, keyMissing, keyWrong, urlUnknown } from './errors'
import { canonicalForm, type FormObject, parseForm } from './form-encoding'
import { fingerprintOf, forgetOldAnswers, keptAnswer } from './idempotency'
import { parseMultipart } from './multipart'
import { findOperation, type Operation } from './operations'
import { API_VERSION, type World } from './world'

export interface ApiRequest {
  method: string
  url: URL
  headers: IncomingHttpHeaders
  body: Buffer
}

export interface ApiAnswer {
  status: number
  body: unknown
  replayed: boolean
}

/**
 * Answers one API request as Stripe would, refusals included; what it changed is saved before it resolves, and the events
 * about it are then on their way.
 */
export async function answerApi(world: World, secretKey: string, request: ApiRequest): Promise<ApiAnswer> {
  try {
    authenticate(request.headers, secretKey)
    checkVersion(request.headers)
    keepAppointments(world)
    const answer = run(world, request)
    if (request.method === 'POST' || world.store.isTouched) await world.store.save()
    void world.webhooks.flush()
    return answer
  } catch (error) {
    if (error instanceof ApiRefusal)
      return { status: error.status, body: { error: error.error }, replayed: false }
    throw error
  }
}

function run(world: World, { method, url, headers, body: sent }: ApiRequest): ApiAnswer {
  const found = findOperation(method, url.pathname)
  if (found === undefined) throw urlUnknown(method, url.pathname)
  const account = accountOf(world, headers, found.operation)
  if (found.operation.method === 'GET') {
    const body = found.operation.run(world, parseForm(url.search), found.id, account)
    return { status: 200, body, replayed: false }
  }
  const { form, canonical } = readBody(headers, sent)
  const request = { form, id: found.id, fingerprint: fingerprintOf(method, url.pathname, canonical) }
  return write(world, found.operation, request, headers['idempotency-key'])
}

function readBody(headers: IncomingHttpHeaders, sent: Buffer): { form: FormObject; canonical: string } {
  const type = headers['content-type'] ?? ''
  if (type.startsWith('multipart/form-data')) {
    // Its boundary is another at every try, so that only what lies between can be compared.
    const form = parseMultipart(type, sent)
    return { form, canonical: JSON.stringify(form) }
  }
  const text = sent.toString('utf8')
  return { form: parseForm(text), canonical: canonicalForm(text) }
}

/**
 * Nothing is awaited in here: two requests with one key cannot both be the first. A request that is refused for its
 * parameters leaves its key free, as with Stripe.
 */
function write(
  world: World,
  operation: Operation & { method: 'POST' },
  { form, id, fingerprint }: { form: FormObject; id: string; fingerprint: string },
  key: string | string[] | undefined,
): ApiAnswer {
  const { keptAnswers } = world.store.state
  forgetOldAnswers(keptAnswers, world.realNow())
  const kept = typeof key === 'string' ? keptAnswer(keptAnswers, key, fingerprint) : undefined
  if (kept) return { status: kept.status, body: kept.body, replayed: true }
  const { status, body } = outcomeOf(operation.prepare(world, form, id))
  if (typeof key === 'string')
    keptAnswers.set(key, { id: key, fingerprint, created: world.realNow(), status, body })
  return { status, body, replayed: false }
}

function outcomeOf(run: () => unknown): { status: number; body: unknown } {
  try {
    return { status: 200, body: run() }
  } catch (error) {
    if (error instanceof ApiRefusal) return { status: error.status, body: { error: error.error } }
    throw error
  }
}

/** A key as Bearer, or as the user name of Basic, which is what curl -u and Stripe's own CLI send. */
export function authenticate({ authorization }: IncomingHttpHeaders, secretKey: string): void {
  const [scheme, credentials] = authorization?.split(' ') ?? []
  if (!credentials) throw keyMissing()
  const isBasic = scheme?.toLowerCase() === 'basic'
  const key = isBasic ? (Buffer.from(credentials, 'base64').toString().split(':')[0] ?? '') : credentials
  const [given, wanted] = [Buffer.from(key), Buffer.from(secretKey)]
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw keyWrong(key)
}

/** The seller's account that a request speaks for: only to read its events. */
function accountOf(world: World, headers: IncomingHttpHeaders, operation: Operation): string | undefined {
  const account = headers['stripe-account']
  if (account === undefined) return undefined
  if (typeof account !== 'string' || !world.store.state.accounts.has(account)) throw accountUnknown()
  if (operation.method === 'GET' && operation.forAccounts) return account
  throw invalidRequest('The sandbox speaks for a connected account only where its events are read.')
}

/** Without the header a real account answers in its own default version; this one has only one. */
function checkVersion(headers: IncomingHttpHeaders): void {
  const version = headers['stripe-version']
  if (version !== undefined && version !== API_VERSION) {
    throw invalidRequest(`Invalid Stripe API version: ${version}. The sandbox speaks ${API_VERSION}.`)
  }
}

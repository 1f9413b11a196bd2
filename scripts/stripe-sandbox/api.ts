import { timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { ApiRefusal, invalidRequest, keyMissing, keyWrong, urlUnknown } from './errors'
import { parseForm } from './form-encoding'
import { fingerprintOf, forgetOldAnswers, keptAnswer } from './idempotency'
import { findOperation, type Operation } from './operations'
import { API_VERSION, type World } from './world'

interface ApiRequest {
  method: string
  url: URL
  headers: IncomingHttpHeaders
  body: string
}

interface ApiAnswer {
  status: number
  body: unknown
  replayed: boolean
}

/** Answers one API request as Stripe would, refusals included; what it changed is saved before it resolves. */
export async function answerApi(world: World, secretKey: string, request: ApiRequest): Promise<ApiAnswer> {
  try {
    authenticate(request.headers, secretKey)
    checkVersion(request.headers)
    const { method, url } = request
    const found = findOperation(method, url.pathname)
    if (found === undefined) throw urlUnknown(method, url.pathname)
    if (found.operation.method === 'POST') return await write(world, request, found.operation, found.id)
    const body = found.operation.run(world, parseForm(url.search), found.id)
    return { status: 200, body, replayed: false }
  } catch (error) {
    if (error instanceof ApiRefusal)
      return { status: error.status, body: { error: error.error }, replayed: false }
    throw error
  }
}

/**
 * From the check of the key to the kept answer nothing is awaited: two requests with one key cannot both be the first.
 * A request that is refused for its parameters leaves its key free, as with Stripe.
 */
async function write(
  world: World,
  { method, url, headers, body: sent }: ApiRequest,
  operation: Operation & { method: 'POST' },
  id: string,
): Promise<ApiAnswer> {
  const { keptAnswers } = world.store.state
  const key = headers['idempotency-key']
  const fingerprint = fingerprintOf(method, url.pathname, sent)
  const kept = typeof key === 'string' ? keptAnswer(keptAnswers, key, fingerprint) : undefined
  if (kept) {
    await world.store.save()
    return { status: kept.status, body: kept.body, replayed: true }
  }
  const { status, body } = outcomeOf(operation.prepare(world, parseForm(sent), id))
  if (typeof key === 'string') {
    forgetOldAnswers(keptAnswers, world.now())
    keptAnswers.set(key, { id: key, fingerprint, created: world.now(), status, body })
  }
  await world.store.save()
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
function authenticate({ authorization }: IncomingHttpHeaders, secretKey: string): void {
  const [scheme, credentials] = authorization?.split(' ') ?? []
  if (!credentials) throw keyMissing()
  const isBasic = scheme?.toLowerCase() === 'basic'
  const key = isBasic ? (Buffer.from(credentials, 'base64').toString().split(':')[0] ?? '') : credentials
  const [given, wanted] = [Buffer.from(key), Buffer.from(secretKey)]
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw keyWrong(key)
}

/** Without the header a real account answers in its own default version; this one has only one. */
function checkVersion(headers: IncomingHttpHeaders): void {
  const version = headers['stripe-version']
  if (version !== undefined && version !== API_VERSION) {
    throw invalidRequest(`Invalid Stripe API version: ${version}. The sandbox speaks ${API_VERSION}.`)
  }
}

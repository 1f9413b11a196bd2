import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import Stripe from 'stripe'
import type { ApiExchange } from '../../scripts/stripe-contract/exchange'
import { formOf } from '../../scripts/stripe-contract/multipart'

const refusal = { error: { type: 'invalid_request_error', message: 'Only looked at.' } }

/** What the real SDK sends for a call: to a server on loopback that refuses everything in Stripe's shape. */
export class CapturedRequests {
  #seen: ApiExchange[] = []

  private constructor(
    private readonly server: Server,
    readonly origin: URL,
    readonly stripe: Stripe,
  ) {
    server.on('request', (request, response) => void this.#refuse(request, response))
  }

  async #refuse(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#seen.push(await exchangeOf(request))
    response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify(refusal))
  }

  static async start(): Promise<CapturedRequests> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('No port.')
    const stripe = new Stripe('sk_test_captured', {
      host: '127.0.0.1',
      port: address.port,
      protocol: 'http',
      telemetry: false,
    })
    return new CapturedRequests(server, new URL(`http://127.0.0.1:${address.port}`), stripe)
  }

  /** The one request that `send` leads to. */
  async of(send: (stripe: Stripe) => Promise<unknown>): Promise<ApiExchange> {
    const [request, ...more] = await this.all(() => send(this.stripe))
    if (request === undefined || more.length > 0) throw new Error('One request was expected.')
    return request
  }

  /** All requests that `send` leads to, which is refused. */
  async all(send: () => Promise<unknown>): Promise<ApiExchange[]> {
    this.#seen = []
    const failure: unknown = await send().then(
      () => undefined,
      (error: unknown) => error,
    )
    if (!isRefusal(failure)) throw failure ?? new Error('It was not refused.')
    return this.#seen
  }

  close(): void {
    this.server.closeAllConnections()
    this.server.close()
  }
}

/** As the SDK throws it, or with it as its cause. */
function isRefusal(error: unknown): boolean {
  if (error instanceof Stripe.errors.StripeInvalidRequestError) return true
  return error instanceof Error && error.cause instanceof Stripe.errors.StripeInvalidRequestError
}

async function exchangeOf(request: IncomingMessage): Promise<ApiExchange> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const { authorization, 'stripe-version': version, 'idempotency-key': key } = request.headers
  return {
    kind: 'exchange',
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.search.slice(1),
    headers: {
      ...(authorization && { authorization: 'Bearer' }),
      ...(typeof version === 'string' && { 'stripe-version': version }),
      ...(typeof key === 'string' && { 'idempotency-key': key }),
    },
    body: formOf(Buffer.concat(chunks).toString('utf8'), request.headers['content-type']),
    status: 400,
    answer: refusal,
  }
}

import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import Stripe from 'stripe'
import type { ApiExchange } from '../../scripts/stripe-contract/exchange'
import { formOf } from '../../scripts/stripe-contract/multipart'

const refusal = { error: { type: 'invalid_request_error', message: 'Only looked at.' } }

/** What the real SDK sends for a call: to a server on loopback that refuses everything in Stripe's shape. */
export class CapturedRequests {
  #last: ApiExchange | undefined

  private constructor(
    private readonly server: Server,
    readonly stripe: Stripe,
  ) {
    server.on('request', (request, response) => void this.#refuse(request, response))
  }

  async #refuse(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#last = await exchangeOf(request)
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
    return new CapturedRequests(server, stripe)
  }

  /** The one request that `send` leads to. */
  async of(send: (stripe: Stripe) => Promise<unknown>): Promise<ApiExchange> {
    this.#last = undefined
    await send(this.stripe).catch((error: unknown) => {
      if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error
    })
    if (this.#last === undefined) throw new Error('Nothing was sent.')
    return this.#last
  }

  close(): void {
    this.server.closeAllConnections()
    this.server.close()
  }
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

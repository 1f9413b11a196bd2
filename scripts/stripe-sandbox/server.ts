import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { recordExchange } from '../stripe-contract/record-exchange'
import { answerApi } from './api'
import { ApiRefusal, brokenSandbox, invalidRequest } from './errors'
import { pageStyleHash } from './page-style'
import { type PageAnswer, showPayPage, submitPayPage } from './pay'
import { newId, Store } from './state'
import { WebhookSender } from './webhooks'
import { API_VERSION, hongKong, knownMethods, type Method, type SettlementTerms, type World } from './world'

/** The only address it listens on: nobody but this machine can reach it. */
const HOST = '127.0.0.1'
const DRAIN_MS = 1000
const MAX_BODY_BYTES = 1024 * 1024

interface SandboxOptions {
  /** The test key that requests must carry; a live key is refused. */
  secretKey: string
  /** Signs the webhooks. */
  webhookSecret: string
  /** 0 or nothing: a free port. */
  port?: number | undefined
  /** Where events go; nothing: nowhere. */
  webhookUrl?: URL | undefined
  /** Keeps everything over a restart; nothing: memory only. */
  stateFile?: string | undefined
  offeredMethods?: readonly Method[] | undefined
  settlement?: SettlementTerms | undefined
  /** Milliseconds since 1970; the machine's clock unless a test moves it. */
  clock?: (() => number) | undefined
  /** Waits before the second, third … try of a webhook, in milliseconds. */
  retryWaitsMs?: readonly number[] | undefined
}

export interface Sandbox {
  /** What the shop's STRIPE_API_BASE is set to. */
  origin: URL
  close(): Promise<void>
}

/** Starts a Stripe stand-in on loopback. Refuses a live key. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  checkOptions(options)
  const clock = options.clock ?? Date.now
  const now = () => Math.floor(clock() / 1000)
  const store = new Store(options.stateFile)
  const target = { url: options.webhookUrl, secret: options.webhookSecret, waitsMs: options.retryWaitsMs }
  const webhooks = new WebhookSender(store, target, now)
  const { offeredMethods = knownMethods, settlement = hongKong } = options
  const world: World = { store, webhooks, origin: '', offeredMethods, settlement, now }
  const server = createServer((request, response) => {
    handle(world, options.secretKey, request, response).catch((error: unknown) => {
      console.error('stripe-sandbox:', error)
      sendJson(response, brokenSandbox().status, { error: brokenSandbox().error })
    })
  })
  world.origin = `http://${HOST}:${await listen(server, options.port ?? 0)}`
  webhooks.resume()
  return {
    origin: new URL(world.origin),
    async close() {
      webhooks.close()
      await stop(server)
      await store.save()
    },
  }
}

function checkOptions({ secretKey, webhookSecret }: SandboxOptions): void {
  if (!/^(sk|rk)_test_\w+$/.test(secretKey)) throw new Error('The sandbox takes a test key (sk_test_…) only.')
  if (!/^whsec_\S+$/.test(webhookSecret)) throw new Error('The webhook secret must look like whsec_….')
}

async function handle(
  world: World,
  secretKey: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? 'GET'
  try {
    checkHost(request.headers.host)
    const url = urlOf(request, world.origin)
    const body = await readBody(request)
    const page = /^\/c\/pay\/(\w{1,255})$/.exec(url.pathname)?.[1]
    if (page === undefined) {
      const {
        status,
        body: answer,
        replayed,
      } = await answerApi(world, secretKey, {
        method,
        url,
        headers: request.headers,
        body,
      })
      recordExchange({ method, url, headers: request.headers, body, status, answer })
      const key = request.headers['idempotency-key']
      if (typeof key === 'string') response.setHeader('Idempotency-Key', key)
      if (replayed) response.setHeader('Idempotent-Replayed', 'true')
      return sendJson(response, status, answer)
    }
    if (method === 'POST') return sendPage(response, await submitPayPage(world, page, body))
    if (method === 'GET' || method === 'HEAD')
      return sendPage(response, showPayPage(world, page, url.searchParams.has('refused')))
    throw invalidRequest('A pay page is read or submitted.', {}, 405)
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error
    sendJson(response, error.status, { error: error.error })
  }
}

/** A page elsewhere whose name was made to point here cannot use the sandbox. */
function checkHost(host: string | undefined): void {
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host ?? '')) {
    throw invalidRequest('The sandbox answers on this machine only.', {}, 421)
  }
}

function urlOf({ url = '/' }: IncomingMessage, origin: string): URL {
  if (!URL.canParse(url, origin)) throw invalidRequest('The address cannot be read.')
  return new URL(url, origin)
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > MAX_BODY_BYTES) throw invalidRequest('The request is too large.', {}, 413)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'Request-Id': newId('req_', 14),
    'Stripe-Version': API_VERSION,
  })
  response.end(JSON.stringify(body, null, 2))
}

function sendPage(response: ServerResponse, answer: PageAnswer): void {
  const headers = {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': `default-src 'none'; style-src ${pageStyleHash}; img-src data:; frame-ancestors 'none'; base-uri 'none'`,
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  }
  if ('redirect' in answer) {
    response.writeHead(303, { ...headers, Location: answer.redirect }).end()
    return
  }
  response
    .writeHead(answer.status, { ...headers, 'Content-Type': 'text/html; charset=utf-8' })
    .end(answer.html)
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => {
      server.off('error', reject)
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('The sandbox got no port.'))
      else resolve(address.port)
    })
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    // A browser keeps a spare connection open on which it never asked anything: it does not count as idle.
    setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref()
  })
}

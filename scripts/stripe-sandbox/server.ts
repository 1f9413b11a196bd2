import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type ApiRequest, answerApi } from './api'
import type { ChaosKind } from './chaos'
import { showConfirmPage, submitConfirmPage } from './confirm'
import { control } from './control'
import { keepAppointments } from './due'
import { ApiRefusal, brokenSandbox, invalidRequest } from './errors'
import { Faults } from './faults'
import { checkHost, HOST, listen, readBody, sendJson, sendPage, stop, urlOf } from './http'
import { type PageAnswer, showPayPage, submitPayPage } from './pay'
import { showSetupPage, submitSetupPage } from './setup'
import { answerWithFault } from './spoil'
import { Store } from './state'
import { WebhookSender } from './webhooks'
import {
  type Delays,
  hongKong,
  knownMethods,
  type Method,
  promptly,
  type SettlementTerms,
  type World,
} from './world'

const MEGABYTE = 1024 * 1024
/** How often what happens by itself is looked for, when nobody asks for anything. */
const TICK_MS = 500

export interface SandboxOptions {
  /** The test key that requests must carry; a live key is refused. */
  secretKey: string
  /** Signs the webhooks. */
  webhookSecret: string
  /** 0 or nothing: a free port. */
  port?: number | undefined
  /** Where events go; nothing: nowhere. */
  webhookUrl?: URL | undefined
  /** Signs the events of sellers' accounts, and where they go; nothing: nowhere. */
  connectWebhookSecret?: string | undefined
  connectWebhookUrl?: URL | undefined
  /** Keeps everything over a restart; nothing: memory only. */
  stateFile?: string | undefined
  offeredMethods?: readonly Method[] | undefined
  settlement?: SettlementTerms | undefined
  /** How long what happens by itself takes; at once where it can when left out. */
  delays?: Partial<Delays> | undefined
  /** Where the platform's own account is kept; Hong Kong when left out. */
  country?: string | undefined
  /** What goes wrong with webhooks from the start. */
  chaos?: readonly ChaosKind[] | undefined
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
  const world = newWorld(options)
  const server = createServer((request, response) => {
    handle(world, options.secretKey, request, response).catch((error: unknown) => {
      console.error('stripe-sandbox:', error)
      sendJson(response, brokenSandbox().status, { error: brokenSandbox().error })
    })
  })
  world.origin = `http://${HOST}:${await listen(server, options.port ?? 0)}`
  world.webhooks.resume()
  const ticking = setInterval(() => tick(world), TICK_MS)
  return {
    origin: new URL(world.origin),
    async close() {
      clearInterval(ticking)
      world.webhooks.close()
      await stop(server)
      await world.store.save()
    },
  }
}

function newWorld(options: SandboxOptions): World {
  const clock = options.clock ?? Date.now
  const realNow = () => Math.floor(clock() / 1000)
  const store = new Store(options.stateFile)
  const { webhookUrl, webhookSecret, connectWebhookUrl, connectWebhookSecret } = options
  const webhooks = new WebhookSender(
    store,
    {
      platform: webhookUrl && { url: webhookUrl, secret: webhookSecret },
      connect:
        connectWebhookUrl && connectWebhookSecret !== undefined
          ? { url: connectWebhookUrl, secret: connectWebhookSecret }
          : undefined,
      waitsMs: options.retryWaitsMs,
    },
    realNow,
  )
  webhooks.chaos = options.chaos ?? []
  const { offeredMethods = knownMethods, settlement = hongKong, country = 'HK' } = options
  return {
    store,
    webhooks,
    origin: '',
    offeredMethods,
    settlement,
    delays: { ...promptly, ...options.delays },
    country,
    faults: new Faults(),
    now: () => realNow() + store.state.clockAhead,
    realNow,
  }
}

function checkOptions({ secretKey, webhookSecret, connectWebhookSecret }: SandboxOptions): void {
  if (!/^(sk|rk)_test_\w+$/.test(secretKey)) throw new Error('The sandbox takes a test key (sk_test_…) only.')
  for (const secret of [webhookSecret, connectWebhookSecret ?? webhookSecret]) {
    if (!/^whsec_\S+$/.test(secret)) throw new Error('The webhook secret must look like whsec_….')
  }
}

function tick(world: World): void {
  keepAppointments(world)
  if (!world.store.isTouched) return
  world.store
    .save()
    .then(() => world.webhooks.flush())
    .catch((error: unknown) => console.error('stripe-sandbox:', error))
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
    const body = await readBody(request, url.pathname === '/v1/files' ? 6 * MEGABYTE : MEGABYTE)
    const sent = { method, url, headers: request.headers, body }
    if (url.pathname.startsWith('/sandbox/')) {
      return sendJson(response, 200, await control(world, secretKey, sent))
    }
    const page = await answerPage(world, sent)
    if (page !== undefined) return sendPage(response, page)
    await answerWithFault(world, sent, response, () => answerApi(world, secretKey, sent))
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error
    sendJson(response, error.status, { error: error.error })
  }
}

/** What a browser is shown; undefined for an address that is the API's. */
async function answerPage(
  world: World,
  { method, url, headers, body }: ApiRequest,
): Promise<PageAnswer | undefined> {
  const [, kind, id] = /^\/(c\/pay|c\/confirm|setup)\/(\w{1,255})$/.exec(url.pathname) ?? []
  if (kind === undefined || id === undefined) return undefined
  if (method !== 'POST' && method !== 'GET' && method !== 'HEAD') {
    throw invalidRequest('A page is read or submitted.', {}, 405)
  }
  keepAppointments(world)
  const form = method === 'POST' ? body.toString('utf8') : undefined
  if (kind === 'c/confirm') {
    return form === undefined ? showConfirmPage(world, id) : submitConfirmPage(world, id, form)
  }
  if (kind === 'setup') {
    if (form !== undefined) return submitSetupPage(world, id, form)
    return showSetupPage(world, id, headers['accept-language'])
  }
  if (form !== undefined) return submitPayPage(world, id, form)
  return showPayPage(world, id, url.searchParams.has('refused'))
}

import { randomBytes, randomUUID } from 'node:crypto'
import { createServer, IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler } from '@remix-run/express'
import { createRequestHandler as createRenderer, type ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type RequestHandler } from 'express'
import helmet from 'helmet'
import sirv from 'sirv'
import { bodyKind, largestBody } from '~/body-limits'
import { paths } from '~/paths'
import { listen } from '~/platform/db/listen.server'
import { env } from '~/platform/env.server'
import { acceptedEncoding } from '~/platform/http/accepted-encoding'
import { byteText } from '~/platform/http/byte-text'
import { clientAddress } from '~/platform/http/client-address.server'
import { gate } from '~/platform/http/gate.server'
import { narrowBuild } from '~/platform/http/narrow-build'
import { oneAddress, wordsOf } from '~/platform/http/one-form'
import { packNow } from '~/platform/http/pack-now'
import { createPageCache } from '~/platform/http/page-cache.server'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { answerUnreadable } from '~/platform/http/unreadable'
import { localeOf, localPath } from '~/platform/i18n/locale'
import { isSharedPage, shopPage } from '~/shared-pages'

/** The front door: everything a request passes before Remix sees it, and the process's start and stop. */

const isDevelopment = env.NODE_ENV === 'development'
const isHttps = env.PUBLIC_ORIGIN?.startsWith('https:') ?? false
const trustedProxies = env.TRUSTED_PROXIES.split(',').map((address) => address.trim())

/** Where a form may lead: the payment page and a seller's form with the provider are reached by a redirect. */
const paymentOrigins = [
  'https://checkout.stripe.com',
  'https://connect.stripe.com',
  ...(env.STRIPE_API_BASE ? [new URL(env.STRIPE_API_BASE).origin] : []),
]

/** With a nonce for pages that carry the framework's script; pages that many are shown carry no script of their own. */
function securityHeaders({ withNonce }: { withNonce: boolean }) {
  return helmet({
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: false,
    // for browsers that nobody has any more; each costs bytes on every answer
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'", ...paymentOrigins],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        styleSrc: isDevelopment ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        scriptSrc: withNonce
          ? ["'self'", (_: IncomingMessage, response: ServerResponse) => `'nonce-${nonceOf(response)}'`]
          : ["'self'"],
        connectSrc: isDevelopment ? ["'self'", 'ws:'] : ["'self'"],
        ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
  })
}

/** Twelve characters, which a log and the page of an error name a request by; from a store of random bytes, so that none is waited for. */
function requestId(): string {
  return randomUUID().slice(-12)
}

const nonces = new WeakMap<ServerResponse, string>()

function nonceOf(response: ServerResponse): string {
  let nonce = nonces.get(response)
  if (!nonce) {
    nonce = randomBytes(16).toString('base64')
    nonces.set(response, nonce)
  }
  return nonce
}

async function loadBuild() {
  if (!isDevelopment) {
    const build: ServerBuild = await import(pathToFileURL(resolve('build/server/index.js')).href)
    return { build: () => Promise.resolve(build), vite: null }
  }
  const { createServer: createVite } = await import('vite')
  const vite = await createVite({ server: { middlewareMode: true } })
  return {
    vite,
    build: async (): Promise<ServerBuild> => {
      const module: unknown = await vite.ssrLoadModule('virtual:remix/server-build')
      return module as ServerBuild
    },
  }
}

/** Where no page is: what climbs out of its own address is answered as this is, in its language. */
const nowhere = '/nowhere'

/** The addresses that a browser may fetch before they are pressed: catalogue pages, when a pointer rests on a link or a finger comes down. Said by a file of ours, so that no page needs a script for it. */
const aheadFile = 'speculation-rules.json'

/** Puts it on a page of the shop; nothing personal and nothing that changes anything is among those addresses. */
function nameAhead(response: ServerResponse): void {
  if (!isDevelopment) response.setHeader('Speculation-Rules', `"/${aheadFile}"`)
}

/** The files of the build, packed by it, so that no request for a page asks the disk whether it is one. What is named after its bytes never changes. */
function standingFiles(): RequestHandler {
  return sirv('build/client', {
    extensions: [],
    brotli: true,
    gzip: true,
    etag: true,
    maxAge: 3_600,
    setHeaders: (response, path) => {
      if (path.startsWith('/assets/'))
        response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
      if (path.endsWith(aheadFile)) response.setHeader('Content-Type', 'application/speculationrules+json')
    },
  })
}

/** The same for every page that many are shown. */
function sharedHeaders(): ReturnType<ServerResponse['getHeaders']> {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  securityHeaders({ withNonce: false })(request, response, () => {})
  nameAhead(response)
  return response.getHeaders()
}

/** Who answers for an address: one for each part of the build, made when it is first asked for. */
function answererOf<Answerer>(
  build: ServerBuild,
  make: (part: ServerBuild) => Answerer,
): (address: string) => Answerer {
  const { partOf, open } = narrowBuild(build)
  const whole = make(build)
  const made = new Map<string, Answerer>()
  return (address) => {
    const [path = ''] = address.split('?', 1)
    const part = partOf(path)
    if (part === null) return whole
    const answerer = made.get(part) ?? make(open(part))
    made.set(part, answerer)
    return answerer
  }
}

/** Hands a drawn page over with the head, in place of the empty end of its answer; packed, so that nothing packs it on the way. */
function endWith(request: IncomingMessage, response: ServerResponse, page: string): void {
  const end = response.end.bind(response)
  response.end = () => {
    const { body, encoding } = packNow(page, acceptedEncoding(request.headers['accept-encoding']))
    if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
    response.setHeader('Content-Length', body.length)
    return end(body, 'latin1')
  }
}

/** Answers visits to the shop's shared pages before anything else; empty while the database's announcements are not heard. */
function startPageCache(build: ServerBuild) {
  const entry = entryOf(build)
  const rendererOf = answererOf(build, (part) => createRenderer(part, env.NODE_ENV))
  const cache = createPageCache({
    render: async ({ address, cookies }, request) => {
      const drawn: string[] = []
      const asked = new Request(new URL(address, publicOrigin()), { headers: { Cookie: cookies } })
      const answer = await rendererOf(address)(asked, {
        requestId: requestId(),
        clientAddress: clientAddress(request, trustedProxies),
        nonce: '',
        takePage: (page) => drawn.push(page),
      })
      return {
        status: answer.status,
        headers: answer.headers,
        body: drawn.at(-1) ?? byteText(await answer.text()),
      }
    },
    pageFor: shopPage,
    headers: sharedHeaders(),
    maxBytes: env.PAGE_CACHE_MB * 1024 * 1024,
    maxAge: 60_000,
  })
  const forgetAll = () => {
    entry.forgetAnswers()
    cache.forget(null)
  }
  const forgetSoon = onceIn(soonMs, forgetAll)
  const stop = listen({
    channel: 'pages',
    onHeard: (page) => {
      if (page === '*') {
        forgetAll()
      } else {
        cache.forget(page)
        forgetSoon()
      }
    },
    onState: (isHeard) => {
      entry.trustAnswers(isHeard)
      cache.trust(isHeard)
    },
  })
  return { answer: cache.answer, stop }
}

/** What one page says at once (a piece, how many there are) all others say after so many milliseconds: many sales in a moment make lists old once. */
const soonMs = 500

/** Does something so many milliseconds after it was first asked to; what is asked in the meantime is done with it. */
function onceIn(milliseconds: number, work: () => void): () => void {
  let isComing = false
  return () => {
    if (isComing) return
    isComing = true
    setTimeout(() => {
      isComing = false
      work()
    }, milliseconds).unref()
  }
}

async function start() {
  const { build, vite } = await loadBuild()
  const app = express()
  app.disable('x-powered-by')
  app.use(securityHeaders({ withNonce: true }))
  app.use(
    gate({
      publicOrigin: env.PUBLIC_ORIGIN,
      exempt: [paths.stripeWebhook(), paths.stripeConnectWebhook()],
      maxBody: (path) => largestBody[bodyKind(path)],
      tooLargePage: (path) => localPath(localeOf(path), paths.tooLarge({ from: path })),
    }),
  )
  app.use(compression())
  // asked for beside a picture that stands alone
  app.get('/favicon.ico', (_, response) => response.redirect(301, '/favicon.svg'))
  if (vite) app.use(vite.middlewares)
  else {
    app.use(standingFiles())
    // a file of another build: no page, and nothing to look for among them
    app.use('/assets', (_, response) => response.sendStatus(404))
  }
  const words = wordsOf(Object.values((await build()).routes).map((route) => route?.path))
  app.use(oneAddress(words, (path) => localPath(localeOf(path), nowhere)))
  app.use((request, response, next) => {
    if (isSharedPage(request.url)) nameAhead(response)
    next()
  })
  const handle = (part: ServerBuild | (() => Promise<ServerBuild>)) =>
    createRequestHandler({
      build: part,
      mode: env.NODE_ENV,
      getLoadContext: (request, response) => ({
        requestId: requestId(),
        clientAddress: clientAddress(request, trustedProxies),
        nonce: nonceOf(response),
        takePage: (page) => endWith(request, response, page),
      }),
    })
  if (isDevelopment) app.use(handle(build))
  else {
    const handlerOf = answererOf(await build(), handle)
    app.use((request, response, next) => handlerOf(request.url)(request, response, next))
  }
  const stopBackground = env.WORKER === 'on' ? await entryOf(await build()).startJobs() : async () => {}
  const pages = isDevelopment ? null : startPageCache(await build())
  const server = createServer((request, response) => {
    const otherwise = () => app(request, response)
    if (!pages?.answer(request, response, otherwise)) otherwise()
  })
  server.on('clientError', answerUnreadable)
  server.headersTimeout = 10_000
  // a photo from a village with a weak network may take minutes
  server.requestTimeout = 300_000
  server.listen(env.PORT, env.HOST)

  const stop = () => {
    server.close(async () => {
      await stopBackground()
      await pages?.stop()
      await vite?.close()
      process.exit(0)
    })
    server.closeIdleConnections()
    setTimeout(() => process.exit(1), 15_000).unref()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/** The worker, and what the pages' own code keeps between requests, live in the same build as the pages, so that all share one client and one set of verbs. */
type Entry = Pick<typeof import('~/entry.server'), 'forgetAnswers' | 'startJobs' | 'trustAnswers'>

function entryOf(build: ServerBuild): Entry {
  const entry: object = build.entry.module
  if (!isEntry(entry)) throw new Error('the build starts no jobs or forgets nothing')
  return entry
}

function isEntry(entry: object): entry is Entry {
  const names = ['forgetAnswers', 'startJobs', 'trustAnswers']
  return names.every((name) => typeof Reflect.get(entry, name) === 'function')
}

await start()

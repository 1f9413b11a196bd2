import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { acceptedEncoding, type Encoding } from './accepted-encoding'
import { packNow } from './pack-now'

const toGzip = promisify(gzip)
const toBrotli = promisify(brotliCompress)

/** Above this, a page costs more time to pack than a visitor on a slow line gains. */
const brotliQuality = 5

/** Headers by turns of name and value. The body as `byteText`: half the time of a buffer beside its head. */
type Packed = { headers: string[]; body: string }
type Page = { etag: string; bytes: number; freshUntil: number } & Record<
  Encoding,
  Packed & { notModified: string[] }
>
/** What the shop answers a request for a page; the body as `byteText`. */
export type Rendered = { status: number; headers: Headers; body: string }

/** As `writeHead` takes them fastest. */
function byTurns(headers: OutgoingHttpHeaders): string[] {
  return Object.entries(headers).flatMap(([name, value]) => [name, String(value)])
}

/** How many milliseconds longer all of it is true, by its Expires. */
function leftOf({ headers }: Rendered): number {
  const end = headers.get('Expires')
  return end === null ? Number.POSITIVE_INFINITY : Math.max(0, Date.parse(end) - Date.now())
}

/** A page of the shop: its address (path and query), and the Cookie header that it is rendered by: of nothing but choices on one that many are shown, all that she brought on one that is hers alone. */
export type ShopPage = { address: string; cookies: string; isShared: boolean }

type PageCacheOptions = {
  /** Renders a page for a visitor of whom nothing but its cookies is known; the request is that of whoever asked first. */
  render: (page: ShopPage, request: IncomingMessage) => Promise<Rendered>
  /** The page that answers a request for an address with these cookies; null for addresses that are none of these pages. */
  pageFor: (address: string, cookies: string | undefined) => ShopPage | null
  /** On every answer: the security headers, the same for all. */
  headers: OutgoingHttpHeaders
  /** All kept pages together, in bytes of their bodies. */
  maxBytes: number
  /** What no change announces (a new day, a deadline) is seen after so many milliseconds. */
  maxAge: number
}

/** Without choices the address itself, so that a stranger's page is found by what she asks for and nothing is put together. No address has a space in it. */
const keyOf = ({ address, cookies }: ShopPage) => (cookies === '' ? address : `${address} ${cookies}`)
const pathIn = (key: string) => key.split(/[ ?]/, 1)[0] ?? ''

/** What stands between may keep a page for so many milliseconds; a browser asks each time and mostly hears 304. */
const betweenMs = 30_000

/**
 * Rendered pages that read the same for many, packed and ready, answered before anything else runs. A page is rendered once however many wait for it. `forget` takes
 * away what a change made old, also what is being rendered just then: that is shown to those who asked before, and not kept. Until `trust` says that changes are
 * heard of, nothing is kept and nothing kept is shown. A page that says when it ends (Expires) is shown by nobody any longer. A page that is hers alone goes the same short way, and is kept here for nobody.
 */
export function createPageCache({ render, pageFor, headers, maxBytes, maxAge }: PageCacheOptions) {
  /** by key, in order of last use */
  const pages = new Map<string, Page>()
  const rendering = new Map<string, Promise<Page | Rendered>>()
  let bytes = 0
  let isTrusted = false

  function drop(key: string): void {
    bytes -= pages.get(key)?.bytes ?? 0
    pages.delete(key)
  }

  function keep(key: string, page: Page): void {
    drop(key)
    pages.set(key, page)
    bytes += page.bytes
    for (const oldest of pages.keys()) {
      if (bytes <= maxBytes) break
      drop(oldest)
    }
  }

  function find(key: string): Page | null {
    const page = pages.get(key)
    if (!page) return null
    pages.delete(key)
    if (page.freshUntil <= Date.now()) {
      bytes -= page.bytes
      return null
    }
    pages.set(key, page)
    return page
  }

  /** Joins a rendering that nothing has made old since it began, else begins one. */
  function renderOnce(key: string, shared: ShopPage, request: IncomingMessage): Promise<Page | Rendered> {
    const begun = rendering.get(key)
    if (begun) return begun
    const own: Promise<Page | Rendered> = render(shared, request).then(async (rendered) => {
      const result = await pack(rendered)
      if (rendering.get(key) === own) {
        rendering.delete(key)
        if (isTrusted && 'etag' in result) keep(key, result)
      }
      return result
    })
    rendering.set(key, own)
    own.catch(() => rendering.get(key) === own && rendering.delete(key))
    return own
  }

  /** Ready for everybody; what is nothing to keep (another status, a cookie) as it is. */
  async function pack(rendered: Rendered): Promise<Page | Rendered> {
    const isPage = rendered.headers.get('Content-Type')?.startsWith('text/html') ?? false
    if (rendered.status !== 200 || !isPage || rendered.headers.has('Set-Cookie')) return rendered
    const body = Buffer.from(rendered.body, 'latin1')
    const [gzipped, brotli] = await Promise.all([
      toGzip(body, { level: 6 }),
      toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } }),
    ])
    const left = leftOf(rendered)
    const between = Math.floor(Math.min(betweenMs, left) / 1000)
    const etag = createHash('sha256').update(body).digest('base64url').slice(0, 22)
    const packed = (encoding: Encoding, content: Buffer) => {
      const own = {
        ...headers,
        'Cache-Control': `public, max-age=0, s-maxage=${between}, must-revalidate`,
        Vary: 'Accept-Encoding, Cookie',
        ETag: `"${etag}-${encoding}"`,
      }
      const ofBody = {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Length': content.length,
        ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
      }
      return {
        body: content.toString('latin1'),
        headers: byTurns({ ...own, ...ofBody }),
        notModified: byTurns(own),
      }
    }
    return {
      etag,
      bytes: body.length + gzipped.length + brotli.length,
      freshUntil: Date.now() + Math.min(maxAge, Math.max(0, left - betweenMs)),
      identity: packed('identity', body),
      gzip: packed('gzip', gzipped),
      br: packed('br', brotli),
    }
  }

  function send(request: IncomingMessage, response: ServerResponse, page: Page): void {
    const packed = page[acceptedEncoding(request.headers['accept-encoding'])]
    if (request.headers['if-none-match']?.includes(page.etag))
      response.writeHead(304, packed.notModified).end()
    else if (request.method === 'HEAD') response.writeHead(200, packed.headers).end()
    else response.writeHead(200, packed.headers).end(packed.body, 'latin1')
  }

  function sendOnce(request: IncomingMessage, response: ServerResponse, rendered: Rendered): void {
    const { body, encoding } = packNow(rendered.body, acceptedEncoding(request.headers['accept-encoding']))
    const cookies = rendered.headers.getSetCookie()
    response.writeHead(rendered.status, {
      ...headers,
      ...Object.fromEntries(rendered.headers),
      ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}),
      Vary: 'Accept-Encoding',
      'Content-Length': body.length,
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    })
    response.end(request.method === 'HEAD' ? '' : body, 'latin1')
  }

  return {
    /** Answers a request for one of these pages; says false, having done nothing, for every other. */
    answer(request: IncomingMessage, response: ServerResponse, otherwise: (error: unknown) => void): boolean {
      if (!isTrusted || (request.method !== 'GET' && request.method !== 'HEAD')) return false
      const { url = '', headers: asked } = request
      const strangers = asked.cookie === undefined ? find(url) : null
      if (strangers) {
        send(request, response, strangers)
        return true
      }
      const asks = pageFor(url, asked.cookie)
      if (!asks) return false
      if (!asks.isShared) {
        render(asks, request)
          .then((rendered) => sendOnce(request, response, rendered))
          .catch(otherwise)
        return true
      }
      const key = keyOf(asks)
      const page = find(key)
      const isJoined = rendering.has(key)
      if (page) send(request, response, page)
      else
        renderOnce(key, asks, request)
          .then((result) => {
            if ('etag' in result) send(request, response, result)
            // another visitor has asked too often, not this one
            else if (result.status === 429 && isJoined) otherwise(null)
            else sendOnce(request, response, result)
          })
          .catch(otherwise)
      return true
    },
    /** Takes away what a change has made old: a page in both languages, by every choice and with whatever is turned on it, or (null) all of them. */
    forget(path: string | null): void {
      const isOld = (key: string) => path === null || [path, `/en${path}`].includes(pathIn(key))
      for (const key of [...rendering.keys()].filter(isOld)) rendering.delete(key)
      for (const key of [...pages.keys()].filter(isOld)) drop(key)
    },
    /** Whether changes are heard of now. Whoever does not hear keeps nothing. */
    trust(isHeard: boolean): void {
      isTrusted = isHeard
      this.forget(null)
    },
    /** How many pages are kept, and how many bytes they take. */
    size: () => ({ pages: pages.size, bytes }),
  }
}

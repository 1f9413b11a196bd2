import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { acceptedEncoding, type Encoding } from './accepted-encoding'

const toGzip = promisify(gzip)
const toBrotli = promisify(brotliCompress)

/** Above this, a page costs more time to pack than a visitor on a slow line gains. */
const brotliQuality = 5

/** Headers by turns of name and value. The body is a string of bytes (latin1), which leaves with the head in one piece: half the time of a buffer beside it. */
type Packed = { headers: string[]; body: string }
type Page = { etag: string; bytes: number; freshUntil: number } & Record<
  Encoding,
  Packed & { notModified: string[] }
>
/** What a request was answered with when it is nothing to keep: another status, a cookie. */
type Answer = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

/** As `writeHead` takes them fastest. */
function byTurns(headers: OutgoingHttpHeaders): string[] {
  return Object.entries(headers).flatMap(([name, value]) => [name, String(value)])
}

/** A page that many are shown: its address (path and query), and a Cookie header of nothing but the choices that it is rendered by. */
export type SharedPage = { address: string; choices: string }

type PageCacheOptions = {
  /** Renders a page for a visitor of whom nothing but the choices is known; the request is that of whoever asked first. */
  render: (page: SharedPage, request: IncomingMessage) => Promise<Response>
  /** The page that answers a request for an address with these cookies; null when nobody else may be shown it. */
  pageFor: (address: string, cookies: string | undefined) => SharedPage | null
  /** On every answer: the security headers, the same for all. */
  headers: OutgoingHttpHeaders
  /** All kept pages together, in bytes of their bodies. */
  maxBytes: number
  /** What no change announces (a new day, a deadline) is seen after so many milliseconds. */
  maxAge: number
}

/** Without choices the address itself, so that a stranger's page is found by what she asks for and nothing is put together. No address has a space in it. */
const keyOf = ({ address, choices }: SharedPage) => (choices === '' ? address : `${address} ${choices}`)
const addressIn = (key: string) => key.split(' ', 1)[0] ?? ''

/** May be kept by what stands between, for half a minute; a browser asks each time and mostly hears 304. */
const cacheControl = 'public, max-age=0, s-maxage=30, must-revalidate'

/**
 * Rendered pages that read the same for many, packed and ready, answered before anything else runs. A page is rendered once however many wait for it. `forget` takes
 * away what a change made old, also what is being rendered just then: that is shown to those who asked before, and not kept. Until `trust` says that changes are
 * heard of, nothing is kept and nothing kept is shown.
 */
export function createPageCache({ render, pageFor, headers, maxBytes, maxAge }: PageCacheOptions) {
  /** by key, in order of last use */
  const pages = new Map<string, Page>()
  const rendering = new Map<string, Promise<Page | Answer>>()
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
  function renderOnce(key: string, shared: SharedPage, request: IncomingMessage): Promise<Page | Answer> {
    const begun = rendering.get(key)
    if (begun) return begun
    const own: Promise<Page | Answer> = render(shared, request).then(async (response) => {
      const result = await pack(response)
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

  async function pack(response: Response): Promise<Page | Answer> {
    const body = Buffer.from(await response.arrayBuffer())
    const isPage = response.status === 200 && !response.headers.has('Set-Cookie')
    if (!isPage) {
      const cookies = response.headers.getSetCookie()
      const own = {
        ...Object.fromEntries(response.headers),
        ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}),
      }
      return { status: response.status, headers: { ...headers, ...own, 'Content-Length': body.length }, body }
    }
    const [gzipped, brotli] = await Promise.all([
      toGzip(body, { level: 6 }),
      toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } }),
    ])
    const etag = createHash('sha256').update(body).digest('base64url').slice(0, 22)
    const packed = (encoding: Encoding, content: Buffer) => {
      const own = {
        ...headers,
        'Cache-Control': cacheControl,
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
      freshUntil: Date.now() + maxAge,
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

  return {
    /** Answers a request for a page that many are shown; says false, having done nothing, for every other. */
    answer(request: IncomingMessage, response: ServerResponse, otherwise: (error: unknown) => void): boolean {
      if (!isTrusted || (request.method !== 'GET' && request.method !== 'HEAD')) return false
      const { url = '', headers: asked } = request
      const strangers = asked.cookie === undefined ? find(url) : null
      if (strangers) {
        send(request, response, strangers)
        return true
      }
      const shared = pageFor(url, asked.cookie)
      if (!shared) return false
      const key = keyOf(shared)
      const page = find(key)
      const isJoined = rendering.has(key)
      if (page) send(request, response, page)
      else
        renderOnce(key, shared, request).then((result) => {
          if ('etag' in result) send(request, response, result)
          // another visitor has asked too often, not this one
          else if (result.status === 429 && isJoined) otherwise(null)
          else
            response
              .writeHead(result.status, result.headers)
              .end(request.method === 'HEAD' ? undefined : result.body)
        }, otherwise)
      return true
    },
    /** Takes away what a change has made old: a page in both languages and by every choice, or (null) all of them. */
    forget(path: string | null): void {
      const isOld = (key: string) => path === null || [path, `/en${path}`].includes(addressIn(key))
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

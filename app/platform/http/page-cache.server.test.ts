import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { byteText } from './byte-text'
import { createPageCache, type Rendered } from './page-cache.server'

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }
type Render = (address: string, turn: number) => Promise<Rendered> | Rendered

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

const page = (body: string): Rendered => ({
  status: 200,
  headers: new Headers({ 'Content-Type': 'text/html' }),
  body: byteText(body),
})

/** A server with a cache before it, and how often each address was rendered; what the cache leaves alone is answered with 299. */
async function serve(render: Render, { maxBytes = 1_000_000, maxAge = 60_000 } = {}) {
  const turns: Record<string, number> = {}
  const cache = createPageCache({
    render: async ({ address, cookies }) => {
      const turn = (turns[address] ?? 0) + 1
      turns[address] = turn
      return render(`${address}${cookies}`, turn)
    },
    pageFor: (address, cookies) =>
      address.startsWith('/own')
        ? null
        : cookies === 'known'
          ? { address, cookies, isShared: false }
          : { address, cookies: cookies === 'large' ? 'large' : '', isShared: true },
    headers: { 'Content-Security-Policy': "script-src 'self'" },
    maxBytes,
    maxAge,
  })
  const server = createServer((request, response) => {
    const otherwise = () => response.writeHead(299).end()
    if (!cache.answer(request, response, otherwise)) otherwise()
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<Answer>((resolve, reject) => {
      const sent = httpRequest({ port, path, headers, method, host: '127.0.0.1' }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        )
      })
      sent.on('error', reject)
      sent.end()
    })
  return { cache, turns, ask }
}

describe('the page cache', () => {
  it('renders once, and answers in the smallest form that is taken', async () => {
    const text = '盘长结 '.repeat(500)
    const { cache, turns, ask } = await serve(() => page(text))
    cache.trust(true)
    const plain = await ask('/a')
    const gzipped = await ask('/a', { 'accept-encoding': 'gzip, br;q=0' })
    const brotli = await ask('/a', { 'accept-encoding': 'gzip, deflate, br' })
    expect(plain.body.toString()).toBe(text)
    expect(gunzipSync(gzipped.body).toString()).toBe(text)
    expect(brotliDecompressSync(brotli.body).toString()).toBe(text)
    expect([plain, gzipped, brotli].map(({ headers }) => headers['content-encoding'])).toEqual([
      undefined,
      'gzip',
      'br',
    ])
    expect(brotli.headers).toMatchObject({
      'content-security-policy': "script-src 'self'",
      vary: 'Accept-Encoding, Cookie',
    })
    expect(turns).toEqual({ '/a': 1 })
  })

  it('lets nobody between keep a page for longer than half a minute: a photo or a voice that its owner takes back is on it', async () => {
    const { cache, ask } = await serve(() => page('她的照片'))
    cache.trust(true)
    const first = await ask('/a')
    const kept = await ask('/a', { 'accept-encoding': 'br' })
    const unchanged = await ask('/a', { 'if-none-match': first.headers.etag ?? '' })
    expect(unchanged.status).toBe(304)
    for (const { headers } of [first, kept, unchanged])
      expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=30, must-revalidate')
  })

  it('says 304 to whoever has the page, and sends no body to HEAD', async () => {
    const { cache, ask } = await serve((_, turn) => page(`turn ${turn}`))
    cache.trust(true)
    const first = await ask('/a', { 'accept-encoding': 'br' })
    const etag = first.headers.etag ?? ''
    const again = await ask('/a', { 'accept-encoding': 'br', 'if-none-match': etag })
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag])
    const head = await ask('/a', {}, 'HEAD')
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, '6'])
    cache.forget('/a')
    const changed = await ask('/a', { 'accept-encoding': 'br', 'if-none-match': etag })
    expect([changed.status, brotliDecompressSync(changed.body).toString()]).toEqual([200, 'turn 2'])
  })

  it('lets fifty who come at once wait for one rendering', async () => {
    const { cache, turns, ask } = await serve(async () => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      return page('slow')
    })
    cache.trust(true)
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask('/a')))
    expect(new Set(answers.map(({ body }) => body.toString()))).toEqual(new Set(['slow']))
    expect(turns).toEqual({ '/a': 1 })
  })

  it('refuses who asks too often, and nobody who came for the same page meanwhile', async () => {
    const doors: (() => void)[] = []
    const { cache, ask } = await serve(async () => {
      await new Promise<void>((resolve) => doors.push(resolve))
      return { ...page('slower'), status: 429 }
    })
    cache.trust(true)
    const greedy = ask('/a')
    await expect.poll(() => doors.length).toBe(1)
    const other = ask('/a')
    await ask('/own')
    doors[0]?.()
    expect([(await greedy).status, (await other).status]).toEqual([429, 299])
  })

  it('does not keep what became old while it was rendered, nor show it to whoever comes later', async () => {
    const doors: (() => void)[] = []
    const { cache, ask } = await serve(async (_, turn) => {
      if (turn === 1) await new Promise<void>((resolve) => doors.push(resolve))
      return page(`price ${turn}`)
    })
    cache.trust(true)
    const early = ask('/a')
    await expect.poll(() => doors.length).toBe(1)
    cache.forget('/a')
    const later = await ask('/a')
    doors[0]?.()
    expect([(await early).body.toString(), later.body.toString()]).toEqual(['price 1', 'price 2'])
    expect((await ask('/a')).body.toString()).toBe('price 2')
  })

  it('is shown by nobody beyond the instant at which something on it ends', async () => {
    const endIn = (seconds: number) => {
      const ending = page(`${seconds}`)
      ending.headers.set('Expires', new Date(Date.now() + seconds * 1000).toUTCString())
      return ending
    }
    const { cache, turns, ask } = await serve((address) => endIn(Number(address.slice(1))))
    cache.trust(true)
    const between = async (address: string) => {
      await ask(address)
      return /s-maxage=(\d+)/.exec((await ask(address)).headers['cache-control'] ?? '')?.[1]
    }
    expect(await between('/600')).toBe('30')
    // what stands between may have it for half a minute more than this server
    expect(Number(await between('/20'))).toBeLessThanOrEqual(20)
    expect(await between('/-5')).toBe('0')
    expect(turns).toEqual({ '/600': 1, '/20': 2, '/-5': 2 })
  })

  it('forgets one page in both languages and with all that is turned on it, or all', async () => {
    const { cache, turns, ask } = await serve((address) => page(address))
    cache.trust(true)
    const old = ['/makers/a', '/en/makers/a', '/makers/a?after=1', '/en/makers/a?after=1']
    const others = ['/makers/ab', '/makers', '/search?q=a']
    for (const address of [...old, ...others]) await ask(address)
    cache.forget('/makers/a')
    for (const address of [...old, ...others]) await ask(address)
    expect(turns).toEqual({
      ...Object.fromEntries(old.map((address) => [address, 2])),
      ...Object.fromEntries(others.map((address) => [address, 1])),
    })
    cache.forget(null)
    expect(cache.size()).toEqual({ pages: 0, bytes: 0 })
  })

  it('keeps a page by what was chosen, and forgets it by every choice', async () => {
    const { cache, turns, ask } = await serve((address, turn) => page(`${address} ${turn}`))
    cache.trust(true)
    const large = { cookie: 'large' }
    const texts = async () =>
      [await ask('/a'), await ask('/a', large), await ask('/a', { cookie: 'other' })].map(({ body }) =>
        body.toString(),
      )
    expect(await texts()).toEqual(['/a 1', '/alarge 2', '/a 1'])
    expect(turns).toEqual({ '/a': 2 })
    cache.forget('/a')
    expect(await texts()).toEqual(['/a 3', '/alarge 4', '/a 3'])
  })

  it('keeps within its memory: what was not asked for longest goes first', async () => {
    const { cache, turns, ask } = await serve((address) => page(address.padEnd(4000, 'x')), {
      maxBytes: 13_000,
    })
    cache.trust(true)
    for (const address of ['/1', '/2', '/3', '/1', '/4', '/1', '/2']) await ask(address)
    expect(turns).toEqual({ '/1': 1, '/2': 2, '/3': 1, '/4': 1 })
    expect(cache.size().bytes).toBeLessThanOrEqual(13_000)
  })

  it('lets go of a page after its time', async () => {
    const { cache, ask } = await serve((_, turn) => page(`${turn}`), { maxAge: 30 })
    cache.trust(true)
    await ask('/a')
    await new Promise((resolve) => setTimeout(resolve, 40))
    expect((await ask('/a')).body.toString()).toBe('2')
    expect(cache.size().pages).toBe(1)
  })

  it('passes on what is no page: another status, a cookie; and keeps none of them', async () => {
    const { cache, turns, ask } = await serve((address) =>
      address === '/gone'
        ? { ...page('gone'), status: 410 }
        : address === '/data'
          ? { ...page('{"a":"<b>"}'), headers: new Headers({ 'Content-Type': 'application/json' }) }
          : { ...page('mine'), headers: new Headers([['Set-Cookie', 'a=1']]) },
    )
    cache.trust(true)
    const gone = await ask('/gone')
    expect([gone.status, gone.body.toString()]).toEqual([410, 'gone'])
    expect((await ask('/cookie')).headers['set-cookie']).toEqual(['a=1'])
    await ask('/cookie')
    const data = await ask('/data')
    expect([data.headers['content-type'], data.headers.etag]).toEqual(['application/json', undefined])
    await ask('/data')
    expect(turns).toEqual({ '/gone': 1, '/cookie': 2, '/data': 2 })
  })

  it('renders for whoever is known alone and each time, keeps nothing of it, and packs it', async () => {
    const text = '她的篮子 '.repeat(500)
    const { cache, turns, ask } = await serve((address, turn) => page(`${address} ${turn} ${text}`))
    cache.trust(true)
    const cookie = 'known'
    await ask('/a')
    const [plain, gzipped, brotli] = [
      await ask('/a', { cookie }),
      await ask('/a', { cookie, 'accept-encoding': 'gzip' }),
      await ask('/a', { cookie, 'accept-encoding': 'br' }),
    ]
    const read = [plain.body, gunzipSync(gzipped.body), brotliDecompressSync(brotli.body)].map(String)
    expect(read).toEqual([2, 3, 4].map((turn) => `/aknown ${turn} ${text}`))
    expect(brotli.headers).toMatchObject({
      'content-type': 'text/html',
      'content-security-policy': "script-src 'self'",
      vary: 'Accept-Encoding',
    })
    expect(brotli.headers.etag).toBeUndefined()
    const head = await ask('/a', { cookie }, 'HEAD')
    expect([head.status, head.body.length]).toEqual([200, 0])
    expect((await ask('/a')).body.toString()).toBe(`/a 1 ${text}`)
    expect([turns, cache.size().pages]).toEqual([{ '/a': 5 }, 1])
  })

  it('touches nothing of other addresses, of posts, and of anybody while changes are not heard', async () => {
    const { cache, turns, ask } = await serve(() => page('shared'))
    expect((await ask('/a')).status).toBe(299)
    cache.trust(true)
    expect((await ask('/own')).status).toBe(299)
    expect((await ask('/a', {}, 'POST')).status).toBe(299)
    expect(turns).toEqual({})
    await ask('/a')
    cache.trust(false)
    expect([(await ask('/a')).status, cache.size().pages]).toEqual([299, 0])
  })

  it('hands a failed rendering on, and tries again the next time', async () => {
    const { cache, ask } = await serve((_, turn) => {
      if (turn === 1) throw new Error('no')
      return page('well')
    })
    cache.trust(true)
    expect((await ask('/a')).status).toBe(299)
    expect((await ask('/b', { cookie: 'known' })).status).toBe(299)
    expect((await ask('/a')).body.toString()).toBe('well')
  })
})

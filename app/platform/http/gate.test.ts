import { createServer, type IncomingHttpHeaders, type Server, request as send } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import express from 'express'
import { afterEach, describe, expect, it } from 'vitest'
import { type GateOptions, gate } from './gate.server'

const servers: Server[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) {
    await new Promise((resolve) => {
      server.close(resolve)
      server.closeAllConnections()
    })
  }
})

type Sent = {
  method?: string
  path?: string
  headers?: Record<string, string>
  body?: string
}

type Answer = { status: number; headers: IncomingHttpHeaders; text: string }

const tooLargePage = (path: string) => `/too-large?from=${path}`

/** A front door with the gate before a page that answers 200 and repeats the forwarded headers it was given. */
async function open(options: Partial<GateOptions> = {}): Promise<number> {
  const app = express()
  app.use(
    gate({
      publicOrigin: undefined,
      exempt: ['/webhooks/stripe'],
      maxBody: () => 100,
      tooLargePage,
      ...options,
    }),
  )
  app.use((request, response) => {
    const { 'x-forwarded-host': host = '', 'x-forwarded-proto': proto = '' } = request.headers
    if (request.path === '/too-large')
      return response.status(413).send(`${request.method} ${request.originalUrl}`)
    response.status(200).send(`through ${host}${proto}`)
  })
  const server = createServer(app)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

function knock(port: number, { method = 'GET', path = '/', headers = {}, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body !== undefined ? { 'Content-Length': String(Buffer.byteLength(body)) } : {}
    const request = send(
      { host: '127.0.0.1', port, method, path, headers: { ...length, ...headers } },
      (response) => {
        let text = ''
        response.on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        )
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

/** What a client that writes its own bytes is answered. */
function knockRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('end', () => resolve(text))
    socket.on('error', reject)
  })
}

const ours = 'https://shop.example'
const form = { 'Content-Type': 'application/x-www-form-urlencoded' }

function post(port: number, headers: Record<string, string>, path = '/sign-in'): Promise<Answer> {
  return knock(port, { method: 'POST', path, headers: { ...form, ...headers }, body: 'a=1' })
}

describe('methods', () => {
  it.each(['GET', 'HEAD'])('lets %s through', async (method) => {
    expect((await knock(await open(), { method })).status).toBe(200)
  })

  it.each(['TRACE', 'OPTIONS', 'PROPFIND'])('answers 405 to %s and says what it takes', async (method) => {
    const { status, headers } = await knock(await open(), { method })
    expect(status).toBe(405)
    expect(headers.allow).toBe('GET, HEAD, POST')
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('judges where a %s comes from', async (method) => {
    const port = await open({ publicOrigin: ours })
    const from = (origin: string) =>
      knock(port, { method, body: 'a=1', headers: { ...form, Origin: origin } })
    expect((await from(ours)).status).toBe(200)
    expect((await from('https://evil.example')).status).toBe(403)
  })
})

describe('Host', () => {
  it.each(['shop.example', 'shop.example:443', '127.0.0.1:3000', 'localhost', '[::1]:3000'])(
    'takes %s',
    async (host) => {
      expect((await knock(await open(), { headers: { Host: host } })).status).toBe(200)
    },
  )

  it('answers 400 to an empty or missing one', async () => {
    const port = await open()
    expect(await knockRaw(port, 'GET / HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1.1 400 /,
    )
    expect(await knockRaw(port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /)
    expect(await knockRaw(port, 'GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /)
  })

  it.each([
    'a b',
    'shop.example:port',
    'shop.example:123456',
    'shop.example/path',
    'user@shop.example',
    'shop.example#x',
    '<script>',
    'shop.example,evil.example',
    '[::1',
    'shop_example',
    'shop.example?x',
  ])('answers 400 to %j', async (host) => {
    expect((await knock(await open(), { headers: { Host: host } })).status).toBe(400)
  })
})

describe('where a write comes from, with a public origin', () => {
  it.each([
    { what: 'our origin', headers: { Origin: ours }, status: 200 },
    {
      what: 'our origin, same-origin',
      headers: { Origin: ours, 'Sec-Fetch-Site': 'same-origin' },
      status: 200,
    },
    { what: 'no Origin, same-origin', headers: { 'Sec-Fetch-Site': 'same-origin' }, status: 200 },
    { what: 'another site', headers: { Origin: 'https://evil.example' }, status: 403 },
    { what: 'our name on http', headers: { Origin: 'http://shop.example' }, status: 403 },
    { what: 'our name on another port', headers: { Origin: 'https://shop.example:8443' }, status: 403 },
    {
      what: 'a name that begins with ours',
      headers: { Origin: 'https://shop.example.evil.example' },
      status: 403,
    },
    { what: 'a subdomain', headers: { Origin: 'https://a.shop.example' }, status: 403 },
    { what: 'Origin: null', headers: { Origin: 'null' }, status: 403 },
    {
      what: 'Origin: null, same-origin',
      headers: { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' },
      status: 403,
    },
    { what: 'an empty Origin', headers: { Origin: '' }, status: 403 },
    { what: 'no Origin, cross-site', headers: { 'Sec-Fetch-Site': 'cross-site' }, status: 403 },
    { what: 'no Origin, same-site', headers: { 'Sec-Fetch-Site': 'same-site' }, status: 403 },
    { what: 'no Origin, none', headers: { 'Sec-Fetch-Site': 'none' }, status: 403 },
    {
      what: 'our Origin, cross-site',
      headers: { Origin: ours, 'Sec-Fetch-Site': 'cross-site' },
      status: 403,
    },
    { what: 'neither header', headers: {}, status: 403 },
    {
      what: 'another site with a spoofed X-Forwarded-Host',
      headers: {
        Origin: 'https://evil.example',
        'X-Forwarded-Host': 'evil.example',
        'X-Forwarded-Proto': 'https',
      },
      status: 403,
    },
    {
      what: 'another site that names itself in Host',
      headers: { Origin: 'https://evil.example', Host: 'evil.example' },
      status: 403,
    },
    {
      what: 'another site as text/plain',
      headers: { Origin: 'https://evil.example', 'Content-Type': 'text/plain' },
      status: 403,
    },
  ])('$what: $status', async ({ headers, status }) => {
    const port = await open({ publicOrigin: ours })
    for (const path of ['/sign-in', '/sign-in?_data=routes%2Faccount%2Fsign-in', '/healthz', '/en/cart']) {
      expect((await post(port, headers as Record<string, string>, path)).status).toBe(status)
    }
  })
})

describe('where a write comes from, in a demo without a public origin', () => {
  it('compares Origin with Host', async () => {
    const port = await open()
    const host = `127.0.0.1:${port}`
    expect((await post(port, { Origin: `http://${host}` })).status).toBe(200)
    expect((await post(port, { Origin: 'http://evil.example' })).status).toBe(403)
    expect((await post(port, { Origin: 'http://127.0.0.1:1' })).status).toBe(403)
    expect((await post(port, { Origin: 'null' })).status).toBe(403)
    expect(
      (await post(port, { Origin: 'http://evil.example', 'X-Forwarded-Host': 'evil.example' })).status,
    ).toBe(403)
  })
})

describe('forwarded headers', () => {
  it('never reach what stands behind', async () => {
    const headers = { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' }
    expect((await knock(await open(), { headers })).text).toBe('through ')
  })
})

describe('machines', () => {
  it('may post without an origin, to their own path only', async () => {
    const port = await open({ publicOrigin: ours })
    expect((await post(port, {}, '/webhooks/stripe')).status).toBe(200)
    expect((await post(port, {}, '/webhooks/stripe/')).status).toBe(403)
    expect((await post(port, {}, '/webhooks/stripe/../sign-in')).status).toBe(403)
  })
})

describe('bodies', () => {
  it('come with their length', async () => {
    const port = await open({ publicOrigin: ours })
    const head = `POST /form HTTP/1.1\r\nHost: shop.example\r\nOrigin: ${ours}\r\nContent-Type: ${form['Content-Type']}\r\n`
    const chunked = 'Transfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n0\r\n\r\n'
    expect(await knockRaw(port, `${head}${chunked}`)).toMatch(/^HTTP\/1.1 411 /)
    expect(await knockRaw(port, `${head}Connection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 411 /)
    expect(await knockRaw(port, `${head}Content-Length: 3\r\n${chunked}`)).toMatch(/^HTTP\/1.1 400 /)
  })

  it('are refused unread above the limit of their path', async () => {
    const port = await open({ publicOrigin: ours, maxBody: (path) => (path === '/photos' ? 1000 : 10) })
    const sized = (path: string, size: number) =>
      knock(port, { method: 'POST', path, headers: { ...form, Origin: ours }, body: 'a'.repeat(size) })
    expect((await sized('/form', 10)).status).toBe(200)
    expect((await sized('/form', 11)).status).toBe(413)
    expect((await sized('/photos', 1000)).status).toBe(200)
    expect((await sized('/photos', 1001)).status).toBe(413)
  })

  it('are answered with a page when a person sent them, and bare when a script did', async () => {
    const port = await open({ publicOrigin: ours, maxBody: () => 10 })
    const send = (path: string, accept: string, size: number) =>
      knock(port, {
        method: 'POST',
        path,
        headers: { ...form, Origin: ours, Accept: accept },
        body: 'a'.repeat(size),
      })
    expect(await send('/photos?take=back', 'text/html,*/*', 3_000_000)).toMatchObject({
      status: 413,
      text: 'GET /too-large?from=/photos',
    })
    expect(await send('/photos', '*/*', 11)).toMatchObject({ status: 413, text: '413\n' })
    expect(await send('/photos?_data=x', 'text/html', 11)).toMatchObject({ status: 413, text: '413\n' })
  })

  const head = `POST /form HTTP/1.1\r\nHost: shop.example\r\nOrigin: ${ours}\r\nAccept: text/html\r\n`

  it('without their length are cut off, whatever still comes', async () => {
    const port = await open({ publicOrigin: ours, maxBody: () => 10 })
    const poured = await pour(port, `${head}Transfer-Encoding: chunked\r\n\r\n`, chunk)
    expect(poured.answer).toMatch(/^HTTP\/1.1 411 /)
    expect(poured.read).toBeLessThan(2_000_000)
  })

  it('longer than they say are cut off where they said', async () => {
    const port = await open({ publicOrigin: ours, maxBody: () => 10 })
    const poured = await pour(port, `${head}Content-Length: 5\r\n\r\n`, 'x'.repeat(65_536))
    expect(poured.answer).toMatch(/^HTTP\/1.1 (200|400) /)
    expect(poured.read).toBeLessThan(2_000_000)
  })
})

const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`

/** Sends a head and then up to 64 MB without pause, until the door is shut; what was answered, and how many bytes the door took in. */
function pour(port: number, head: string, piece: string): Promise<{ answer: string; read: number }> {
  return new Promise((resolve) => {
    let answer = ''
    let socketThere: Socket | null = null
    servers.at(-1)?.once('connection', (there) => {
      socketThere = there
    })
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(head)
      let left = 1_000
      const go = () => {
        while (left > 0 && !socket.destroyed) {
          left -= 1
          if (!socket.write(piece)) return
        }
      }
      socket.on('drain', go)
      go()
    })
    socket.on('data', (text) => {
      answer += text
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve({ answer, read: socketThere?.bytesRead ?? 0 }))
  })
}

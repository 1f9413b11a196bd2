import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { Duplex } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { answerUnreadable, encodedAddress } from './unreadable'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

/** All that a server says, as UTF-8, to bytes that are sent as they are, and to others once it has begun to answer. */
async function ask(
  bytes: string | Buffer,
  listener: RequestListener = (_, response) => response.end(),
  more?: string,
) {
  const server = createServer(listener).on('clientError', answerUnreadable)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return new Promise<string>((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (chunk) => {
      if (more !== undefined && chunks.length === 0) socket.write(more)
      chunks.push(chunk)
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')))
  })
}

const request = (line: string, encoding: BufferEncoding = 'utf8') =>
  Buffer.from(`${line}\r\nHost: shop.example\r\n\r\n`, encoding)

describe('an address with bytes beyond ASCII', () => {
  it.each([
    ['GET /search?q=结 HTTP/1.1', '/search?q=%E7%BB%93'],
    ['HEAD /search?q=%E7%BB%93结 HTTP/1.0', '/search?q=%E7%BB%93%E7%BB%93'],
    ['GET /crafts/é HTTP/1.1', '/crafts/%C3%A9'],
  ])('%s leads to it percent-encoded', async (line, address) => {
    const answer = await ask(request(line))
    expect(answer).toMatch(/^HTTP\/1\.1 302 Found\r\n/)
    expect(answer).toContain(`\r\nLocation: ${address}\r\n`)
    expect(answer).toContain('\r\nConnection: close\r\n')
  })

  it('is led on byte by byte, whatever they were written in', () =>
    expect(encodedAddress(request('GET /search?q=\xbd\xe1 HTTP/1.1', 'latin1'))).toBe('/search?q=%BD%E1'))

  it.each([
    'GET //evil.example/结 HTTP/1.1',
    'GET /\\evil.example/结 HTTP/1.1',
    'GET http://evil.example/结 HTTP/1.1',
    'GET 结 HTTP/1.1',
    'POST /search?q=结 HTTP/1.1',
    'GET /search?q=结\u0000 HTTP/1.1',
    'GET /search?q=结\tx HTTP/1.1',
    'GET /search?q=结\rSet-Cookie:x HTTP/1.1',
    'GET /search?q=a HTTP/1.1\r\nGET /结 HTTP/1.1',
  ])('%j leads nowhere', (line) => expect(encodedAddress(request(line))).toBeNull())
})

describe('what is no request', () => {
  it.each(['GET / nonsense', '结', 'GET //evil.example/结 HTTP/1.1'])(
    '%s is refused in both languages, and repeats nothing',
    async (line) => {
      const answer = await ask(request(line))
      expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
      expect(answer).toContain('读不懂')
      expect(answer).toContain('could not be read')
      expect(answer).not.toContain('evil')
      const [head = '', body = ''] = answer.split('\r\n\r\n')
      expect(head).toContain(`Content-Length: ${Buffer.byteLength(body)}`)
    },
  )

  it('or is too long, is told so', async () => {
    const answer = await ask(`GET / HTTP/1.1\r\nCookie: ${'x'.repeat(17_000)}`)
    expect(answer).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/)
    expect(answer).toContain('太长')
    expect(answer).toContain('too long')
  })

  it('or never ends, is told so', async () => {
    const told: string[] = []
    const error = Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
    const socket = new Duplex({
      read: () => undefined,
      write: (chunk, _, done) => {
        told.push(String(chunk))
        done()
      },
    })
    answerUnreadable(error, socket)
    await new Promise((resolve) => socket.once('close', resolve))
    expect(told.join('')).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/)
    expect(told.join('')).toContain('too long to arrive')
  })

  it('says nothing into an answer that is on its way', async () => {
    const head = 'POST / HTTP/1.1\r\nHost: shop.example\r\nTransfer-Encoding: chunked\r\n\r\n'
    const answer = await ask(
      `${head}1\r\na\r\n`,
      (arriving, response) => {
        arriving.resume()
        response.write('begun')
      },
      'no piece of it\r\n',
    )
    expect(answer).toContain('begun')
    expect(answer).not.toContain('400')
  })
})

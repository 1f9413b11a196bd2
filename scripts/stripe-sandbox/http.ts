import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { invalidRequest } from './errors'
import { pageStyleHash } from './page-style'
import type { PageAnswer } from './pay'
import { newId } from './state'
import { API_VERSION } from './world'

/** The only address the sandbox listens on: nobody but this machine can reach it. */
export const HOST = '127.0.0.1'
const DRAIN_MS = 1000

/** A page elsewhere whose name was made to point here cannot use the sandbox. */
export function checkHost(host: string | undefined): void {
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host ?? '')) {
    throw invalidRequest('The sandbox answers on this machine only.', {}, 421)
  }
}

export function urlOf({ url = '/' }: IncomingMessage, origin: string): URL {
  if (!URL.canParse(url, origin)) throw invalidRequest('The address cannot be read.')
  return new URL(url, origin)
}

export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > maxBytes) throw invalidRequest('The request is too large.', {}, 413)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'Request-Id': newId('req_', 14),
    'Stripe-Version': API_VERSION,
  })
  response.end(JSON.stringify(body, null, 2))
}

export function sendPage(response: ServerResponse, answer: PageAnswer): void {
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

export function listen(server: Server, port: number): Promise<number> {
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

export function stop(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    // A browser keeps a spare connection open on which it never asked anything: it does not count as idle.
    setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref()
  })
}

import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { recordExchange } from '../../scripts/stripe-contract/record-exchange'

/** What belongs to one connection, and what fetch has already undone. */
const notPassedOn = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'host',
  'keep-alive',
  'transfer-encoding',
])

export interface RecordingProxy {
  /** The gateway's `apiBase`. */
  origin: URL
  close(): Promise<void>
}

/**
 * Stands on loopback between the gateway and an API, passes on what is said and records it (STRIPE_RECORD), so that Stripe's
 * own answers are held to the contract as the sandbox's are. `upstream` says where a path is answered.
 */
export async function startRecordingProxy(upstream: (path: string) => URL): Promise<RecordingProxy> {
  const server = createServer((request, response) => {
    passOn(upstream, request, response).catch((error: unknown) => {
      console.error(`${request.method} ${request.url}: ${String(error)}`)
      response.destroy()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy got no port.')
  return {
    origin: new URL(`http://127.0.0.1:${address.port}`),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function passOn(
  upstream: (path: string) => URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const [method, body] = [request.method ?? 'GET', Buffer.concat(chunks)]
  const url = upstream(request.url ?? '/')
  const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !notPassedOn.has(name) ? [[name, value]] : [],
  )
  const answer = await fetch(url, { method, headers, ...(body.length > 0 && { body }) })
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.startsWith('application/json')
  recordExchange({
    method,
    url,
    headers: request.headers,
    body,
    status: answer.status,
    answer: isJson ? JSON.parse(text) : text,
  })
  const passed = [...answer.headers].filter(([name]) => !notPassedOn.has(name))
  response.writeHead(answer.status, Object.fromEntries(passed)).end(text)
}

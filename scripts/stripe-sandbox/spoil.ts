import type { ServerResponse } from 'node:http'
import { recordExchange } from '../stripe-contract/record-exchange'
import type { ApiAnswer, ApiRequest } from './api'
import { type ApiRefusal, brokenService } from './errors'
import type { FaultKind } from './faults'
import { sendJson } from './http'
import { API_VERSION, type World } from './world'

const refusals: Readonly<Partial<Record<FaultKind, () => ApiRefusal>>> = {
  conflict: () => brokenService(409),
  rate_limit: () => brokenService(429),
  server_error: () => brokenService(500),
  unavailable: () => brokenService(503),
}

/** Sends the answer to an API request, or lets the fault happen that a test has ordered for it. */
export async function answerWithFault(
  world: World,
  request: ApiRequest,
  response: ServerResponse,
  answer: () => Promise<ApiAnswer>,
): Promise<void> {
  const { method, url, headers, body } = request
  const [key = null, stripeVersion = null] = [headers['idempotency-key'], headers['stripe-version']].map(
    (value) => (typeof value === 'string' ? value : undefined),
  )
  const { pathname: path, search: query } = url
  const text = body.toString('utf8')
  world.faults.record({ method, path, query, body: text, idempotencyKey: key, stripeVersion })
  if (key !== null) response.setHeader('Idempotency-Key', key)
  const fault = world.faults.take(path)
  if (fault === 'reset') return void response.destroy()
  // The connection stays open and silent, until the shop gives up.
  if (fault === 'hang') return
  const refusal = fault && refusals[fault]?.()
  if (refusal) return sendJson(response, refusal.status, { error: refusal.error })
  const { status, body: answered, replayed } = await answer()
  recordExchange({ method, url, headers, body, status, answer: answered })
  if (fault === 'reset_after_commit') return void response.destroy()
  if (fault === 'half_body') return sendHalf(response, status, answered)
  if (replayed) response.setHeader('Idempotent-Replayed', 'true')
  sendJson(response, status, answered)
}

function sendHalf(response: ServerResponse, status: number, answered: unknown): void {
  const whole = Buffer.from(JSON.stringify(answered))
  const headers = { 'Content-Type': 'application/json', 'Content-Length': whole.length }
  response.writeHead(status, { ...headers, 'Stripe-Version': API_VERSION })
  response.write(whole.subarray(0, whole.length / 2), () => response.destroy())
}

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What happens to the next request instead of an ordinary answer; `reset` carries it out and then breaks the line. */
type Fault = { refuse: string } | 'reset' | 'unavailable'

export type TransferProvider = {
  origin: string
  /** taken in order, one a request */
  faults: Fault[]
  /** what really moved: one a key */
  made: { key: string; path: string; amount: number; currency: string }[]
  /** a day has passed: no key is known any more, what was made is */
  forgetKeys: () => void
  close: () => Promise<void>
}

/** A provider on loopback that makes transfers and reversals, once a key, and can be told to fail: for what the sandbox does not do on request. */
export async function startTransferProvider(): Promise<TransferProvider> {
  const faults: Fault[] = []
  const made: TransferProvider['made'] = []
  const answers = new Map<string, string>()
  const objects: Made[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
      const key = String(request.headers['idempotency-key'] ?? '')
      const send = (status: number, body: string) =>
        response.writeHead(status, { 'Content-Type': 'application/json', 'Request-Id': 'req_1' }).end(body)
      if (request.method === 'GET') {
        const one = objects.find(
          ({ id }) => path.startsWith(`/v1/transfers/${id}`) && !path.includes('/reversals'),
        )
        if (one) return send(200, JSON.stringify(one))
        const transfer = transferIn(path.replace(/\?.*/, ''))
        const data = objects.filter((one) => transfer !== undefined && one.transfer === transfer)
        return send(200, JSON.stringify({ object: 'list', data, has_more: false }))
      }
      const fault = faults.shift()
      if (fault === 'unavailable') return send(503, '{"error":{"type":"api_error","message":"away"}}')
      if (typeof fault === 'object')
        return send(
          400,
          JSON.stringify({ error: { type: 'invalid_request_error', code: fault.refuse, message: 'no' } }),
        )
      const known = answers.get(key)
      const object = answerTo(path, form, made.length + 1)
      const body = known ?? JSON.stringify(object)
      if (known === undefined) {
        answers.set(key, body)
        objects.unshift(object)
        made.push({ key, path, amount: Number(form.get('amount')), currency: form.get('currency') ?? '' })
      }
      if (fault === 'reset') return request.socket.destroy()
      return send(200, body)
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    faults,
    made,
    forgetKeys: () => answers.clear(),
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

/** What was made; of a reversal, of which transfer. */
type Made = Record<string, unknown> & { id: string; transfer?: string }

/** The transfer whose reversals an address is about. */
function transferIn(path: string): string | undefined {
  return /^\/v1\/transfers\/([^/]+)\/reversals$/.exec(path)?.[1]
}

function answerTo(path: string, form: URLSearchParams, number: number): Made {
  const common = {
    amount: Number(form.get('amount')),
    created: 1_790_000_000,
    metadata: { operation_id: form.get('metadata[operation_id]') },
    balance_transaction: null,
  }
  const transferOf = transferIn(path)
  if (transferOf)
    return {
      ...common,
      id: `trr_${number}_${form.get('metadata[operation_id]')}`,
      object: 'transfer_reversal',
      currency: 'hkd',
      transfer: transferOf,
    }
  return {
    ...common,
    id: `tr_${number}_${form.get('metadata[operation_id]')}`,
    object: 'transfer',
    currency: form.get('currency'),
    destination: form.get('destination'),
    amount_reversed: 0,
    transfer_group: form.get('transfer_group'),
    source_transaction: null,
  }
}

import { EventEmitter } from 'node:events'
import http, { type RequestOptions } from 'node:http'
import { syncBuiltinESMExports } from 'node:module'
import process from 'node:process'
import { Readable } from 'node:stream'

/**
 * Loaded into the servers of a bench before anything else: what they ask of the payment provider is answered in the process itself, as a dummy payment is. Every session
 * is paid as soon as it is opened; its id carries all there is to know, so that any server answers for a session of any other. Never part of the shop.
 */

const provider = new URL(process.env.STRIPE_API_BASE ?? '')
const request = http.request
const name = 'cs_test_dummy'

type Session = { amount: number; reference: string; back: string; created: number }

/** One session as the provider would tell it, paid by card and settled in Hong Kong dollars. */
function sessionOf({ amount, reference, back, created }: Session) {
  const id = name + Buffer.from(JSON.stringify({ amount, reference, back, created })).toString('hex')
  const fee = Math.round(amount * 0.034)
  return {
    id,
    object: 'checkout.session',
    url: `https://checkout.stripe.com/pay?${new URLSearchParams({ back })}`,
    status: 'complete',
    payment_status: 'paid',
    payment_method_types: ['card', 'alipay', 'wechat_pay'],
    client_reference_id: reference,
    amount_total: amount,
    currency: 'cny',
    created,
    expires_at: created + 1800,
    metadata: {},
    payment_intent: {
      id: `pi_dummy_${reference}`,
      object: 'payment_intent',
      status: 'succeeded',
      amount_received: amount,
      latest_charge: {
        id: `ch_dummy_${reference}`,
        object: 'charge',
        payment_method_details: { type: 'card' },
        balance_transaction: { amount, currency: 'hkd', fee, exchange_rate: 1 },
      },
    },
  }
}

function answerTo(method: string, path: string, body: string): object {
  const [, id] = /^\/v1\/checkout\/sessions\/([^/?]+)/.exec(path) ?? []
  if (id?.startsWith(name)) return sessionOf(JSON.parse(Buffer.from(id.slice(name.length), 'hex').toString()))
  if (method !== 'POST') return { object: 'list', data: [], has_more: false }
  const form = new URLSearchParams(body)
  let amount = 0
  for (let at = 0; form.has(`line_items[${at}][quantity]`); at++)
    amount +=
      Number(form.get(`line_items[${at}][quantity]`)) *
      Number(form.get(`line_items[${at}][price_data][unit_amount]`))
  return sessionOf({
    amount,
    reference: form.get('client_reference_id') ?? '',
    back: form.get('success_url') ?? '',
    created: Math.floor(Date.now() / 1000),
  })
}

/** As much of a request as the provider's own library uses. */
class Asked extends EventEmitter {
  #body = ''

  constructor(private readonly asked: RequestOptions) {
    super()
  }

  setTimeout() {
    return this
  }

  write(text: string) {
    this.#body += text
  }

  end() {
    const text = JSON.stringify(answerTo(this.asked.method ?? 'GET', this.asked.path ?? '', this.#body))
    const body = Readable.from([Buffer.from(text)], { objectMode: false })
    const response = Object.assign(body, { statusCode: 200, headers: {}, complete: true })
    setImmediate(() => this.emit('response', response))
  }

  destroy() {
    return this
  }
}

/** Everything else goes where it went. */
function ask(to: RequestOptions | string | URL, ...others: unknown[]): unknown {
  if (
    typeof to === 'object' &&
    'path' in to &&
    to.host === provider.hostname &&
    String(to.port) === provider.port
  )
    return new Asked(to)
  return Reflect.apply(request, http, [to, ...others])
}

Object.assign(http, { request: ask })
syncBuiltinESMExports()

import type Stripe from 'stripe'
import { z } from 'zod'
import { invalidRequest, parameterMissing } from './errors'
import { checkExpand, checkListExpand, expand, pageOf } from './expand'
import type { FormObject } from './form-encoding'
import {
  address,
  bool,
  created,
  currency,
  expansions,
  integer,
  isWithin,
  metadata,
  paging,
  readParams,
  text,
} from './params'
import { presentSession } from './presentation'
import { closeSession, closeWhenDue, sessionRecord } from './session-life'
import { newLineItem, newSession } from './session-objects'
import { settled } from './settlement'
import { knownMethods, type World } from './world'

const EXPIRY = { least: 30 * 60, most: 24 * 60 * 60 }
/** https://docs.stripe.com/api/payment_intents/object: eight digits. */
const MOST = 99_999_999
/** What a payment must come to after conversion: HK$4. */
const LEAST_SETTLED = 400

const LineItemParams = z.strictObject({
  quantity: integer.pipe(z.int().min(1).max(999_999)),
  price_data: z.strictObject({
    currency,
    unit_amount: integer.pipe(z.int().min(0).max(MOST)),
    product_data: z.strictObject({ name: text(5000), metadata: metadata.optional() }),
  }),
  metadata: metadata.optional(),
})

const CreateParams = z.strictObject({
  mode: z.literal('payment'),
  ui_mode: z.literal('hosted_page').default('hosted_page'),
  line_items: z.array(LineItemParams).min(1).max(100),
  allowed_payment_method_types: z.array(z.enum(knownMethods)).min(1).optional(),
  payment_method_options: z
    .strictObject({
      wechat_pay: z
        .strictObject({ client: z.enum(['web', 'android', 'ios']), app_id: z.string().optional() })
        .optional(),
    })
    .optional(),
  adaptive_pricing: z.strictObject({ enabled: bool.optional() }).optional(),
  payment_intent_data: z
    .strictObject({ metadata: metadata.optional(), description: text(1000).optional() })
    .optional(),
  currency: currency.optional(),
  locale: z.enum(['auto', 'en', 'en-GB', 'zh', 'zh-HK', 'zh-TW']).optional(),
  client_reference_id: text(200).optional(),
  metadata: metadata.optional(),
  expires_at: integer.optional(),
  success_url: address,
  cancel_url: address.optional(),
  expand: expansions.optional(),
})
export type SessionParams = z.output<typeof CreateParams>

/** POST /v1/checkout/sessions */
export function prepareSession(world: World, form: FormObject): () => unknown {
  refuseRemovedParameter(form)
  const params = readParams(CreateParams, form)
  checkExpand('checkout.session', params.expand)
  const offered = (params.allowed_payment_method_types ?? knownMethods).filter((method) =>
    world.offeredMethods.includes(method),
  )
  if (
    params.allowed_payment_method_types?.includes('wechat_pay') &&
    !params.payment_method_options?.wechat_pay
  ) {
    throw parameterMissing('payment_method_options[wechat_pay][client]')
  }
  checkExpiry(params.expires_at, world.realNow())
  const lineItems = params.line_items.map((line) => newLineItem(line, world.realNow()))
  checkTotal(world, lineItems)
  if (offered.length === 0) throw invalidRequest('No valid payment method types for this Checkout Session.')
  return () => {
    const session = newSession(params, lineItems, offered, world.realNow())
    const record = {
      id: session.id,
      session,
      lineItems,
      paymentMetadata: params.payment_intent_data?.metadata ?? {},
    }
    world.store.state.sessions.set(record.id, record)
    return expand(world, presentSession(world, record), params.expand)
  }
}

/** POST /v1/checkout/sessions/:id/expire */
export function prepareExpiry(world: World, form: FormObject, id: string): () => unknown {
  const params = readParams(z.strictObject({ expand: expansions.optional() }), form)
  checkExpand('checkout.session', params.expand)
  return () => {
    const record = sessionRecord(world, id)
    const { status } = record.session
    if (status !== 'open') {
      throw invalidRequest(
        `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${status}\`.`,
      )
    }
    closeSession(world, record)
    return expand(world, presentSession(world, record), params.expand)
  }
}

/** GET /v1/checkout/sessions/:id */
export function retrieveSession(world: World, form: FormObject, id: string): unknown {
  const params = readParams(z.strictObject({ expand: expansions.optional() }), form)
  checkExpand('checkout.session', params.expand)
  return expand(world, presentSession(world, sessionRecord(world, id)), params.expand)
}

/** GET /v1/checkout/sessions */
export function listSessions(world: World, form: FormObject): unknown {
  const filters = {
    created,
    payment_intent: z.string().optional(),
    status: z.enum(['open', 'complete', 'expired']).optional(),
  }
  const params = readParams(z.strictObject({ ...paging, ...filters }), form)
  checkListExpand('checkout.session', params.expand)
  const records = [...world.store.state.sessions.values()].reverse()
  for (const record of records) closeWhenDue(world, record)
  const chosen = records
    .map((record) => presentSession(world, record))
    .filter((session) => isWithin(session.created, params.created))
    .filter(({ status }) => params.status === undefined || status === params.status)
    .filter(({ payment_intent: id }) => params.payment_intent === undefined || id === params.payment_intent)
  return expand(world, pageOf('/v1/checkout/sessions', chosen, params), params.expand)
}

/** 2026-09-30.endive took it away; most examples on the web still have it. */
function refuseRemovedParameter(form: FormObject): void {
  const param = 'payment_method_types'
  if (!(param in form)) return
  const message = 'payment_method_types is no longer supported. Use allowed_payment_method_types instead.'
  throw invalidRequest(message, { code: 'payment_method_types_no_longer_supported', param })
}

function checkExpiry(expiresAt: number | undefined, now: number): void {
  if (expiresAt === undefined) return
  const param = 'expires_at'
  if (expiresAt < now + EXPIRY.least) {
    throw invalidRequest(
      'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
      { param },
    )
  }
  if (expiresAt > now + EXPIRY.most) {
    throw invalidRequest(
      'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
      { param },
    )
  }
}

function checkTotal(
  world: World,
  lines: readonly Pick<Stripe.LineItem, 'amount_total' | 'currency'>[],
): void {
  const currencies = new Set(lines.map((line) => line.currency))
  if (currencies.size > 1)
    throw invalidRequest('All line items must have the same currency.', { param: 'line_items' })
  const total = lines.reduce((sum, line) => sum + line.amount_total, 0)
  if (total > MOST) {
    throw invalidRequest(`The total amount must be no more than ${MOST}.`, { code: 'amount_too_large' })
  }
  const inSettlement = currencies.has(world.settlement.currency) ? total : settled(total, world.settlement)
  if (inSettlement < LEAST_SETTLED) {
    throw invalidRequest(`The total amount must convert to at least ${LEAST_SETTLED} cents.`, {
      code: 'amount_too_small',
    })
  }
}

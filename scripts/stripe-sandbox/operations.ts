import { z } from 'zod'
import { resourceMissing } from './errors'
import { checkExpand, expand } from './expand'
import type { FormObject } from './form-encoding'
import { expansions, readParams } from './params'
import { presentBalanceTransaction } from './presentation'
import { listRefunds, prepareRefund, retrieveRefund } from './refunds'
import { listSessions, prepareExpiry, prepareSession, retrieveSession } from './sessions'
import type { World } from './world'

/** Reads: the answer at once. Writes: parameters are checked first, and only what comes after is kept under a key. */
export type Operation =
  | { method: 'GET'; run: (world: World, form: FormObject, id: string) => unknown }
  | { method: 'POST'; prepare: (world: World, form: FormObject, id: string) => () => unknown }

type Route = Operation & { path: RegExp }

const ID = '([A-Za-z0-9_]{1,255})'
const at = (path: string) => new RegExp(`^/v1/${path.replace(':id', ID)}$`)

const routes: readonly Route[] = [
  { method: 'POST', path: at('checkout/sessions'), prepare: prepareSession },
  { method: 'GET', path: at('checkout/sessions'), run: listSessions },
  { method: 'GET', path: at('checkout/sessions/:id'), run: retrieveSession },
  { method: 'POST', path: at('checkout/sessions/:id/expire'), prepare: prepareExpiry },
  { method: 'GET', path: at('payment_intents/:id'), run: retrievePaymentIntent },
  { method: 'GET', path: at('charges/:id'), run: retrieveCharge },
  { method: 'GET', path: at('balance_transactions/:id'), run: retrieveBalanceTransaction },
  { method: 'POST', path: at('refunds'), prepare: prepareRefund },
  { method: 'GET', path: at('refunds'), run: listRefunds },
  { method: 'GET', path: at('refunds/:id'), run: retrieveRefund },
]

export function findOperation(
  method: string,
  path: string,
): { operation: Operation; id: string } | undefined {
  for (const route of routes) {
    const match = route.method === method && route.path.exec(path)
    if (match) return { operation: route, id: match[1] ?? '' }
  }
  return undefined
}

const RetrieveParams = z.strictObject({ expand: expansions.optional() })

function retrievePaymentIntent(world: World, form: FormObject, id: string): unknown {
  const params = readParams(RetrieveParams.extend({ client_secret: z.string().optional() }), form)
  checkExpand('payment_intent', params.expand)
  const payment = world.store.state.paymentIntents.get(id)
  if (payment === undefined) throw resourceMissing('payment_intent', id, 'intent')
  return expand(world, payment, params.expand)
}

function retrieveCharge(world: World, form: FormObject, id: string): unknown {
  const params = readParams(RetrieveParams, form)
  checkExpand('charge', params.expand)
  const charge = world.store.state.charges.get(id)
  if (charge === undefined) throw resourceMissing('charge', id, 'charge')
  return expand(world, charge, params.expand)
}

function retrieveBalanceTransaction(world: World, form: FormObject, id: string): unknown {
  const params = readParams(RetrieveParams, form)
  checkExpand('balance_transaction', params.expand)
  const booked = world.store.state.balanceTransactions.get(id)
  if (booked === undefined) throw resourceMissing('balance transaction', id, 'id')
  return expand(world, presentBalanceTransaction(world, booked), params.expand)
}

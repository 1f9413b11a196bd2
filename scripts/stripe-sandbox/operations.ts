import { z } from 'zod'
import { prepareAccount, prepareAccountLink, retrieveAccount } from './accounts'
import { listBalanceTransactions, retrieveBalance } from './balance'
import { listDisputes, prepareClose, prepareEvidence, retrieveDispute } from './disputes'
import { resourceMissing } from './errors'
import { listEvents, retrieveEvent } from './event-operations'
import { checkExpand, checkListExpand, expand, pageOf } from './expand'
import { prepareFile, retrieveFile } from './files'
import type { FormObject } from './form-encoding'
import { expansions, paging, readParams } from './params'
import { findPayment, prepareCancel, prepareConfirmation, preparePaymentIntent } from './payment-intents'
import { listPayouts, preparePayout, preparePayoutCancel, retrievePayout } from './payouts'
import { presentBalanceTransaction } from './presentation'
import { listRefunds, prepareRefund, retrieveRefund } from './refunds'
import { listReversals, prepareReversal } from './reversals'
import { listSessions, prepareExpiry, prepareSession, retrieveSession } from './sessions'
import { listTransfers, prepareTransfer, retrieveTransfer } from './transfers'
import type { World } from './world'

/** Reads: the answer at once. Writes: parameters are checked first, and only what comes after is kept under a key. */
export type Operation =
  | {
      method: 'GET'
      run: (world: World, form: FormObject, id: string, account: string | undefined) => unknown
      /** Also for a seller's account, whose id is then `account`. */
      forAccounts?: boolean
    }
  | { method: 'POST'; prepare: (world: World, form: FormObject, id: string) => () => unknown }

type Route = Operation & { path: RegExp }

const ID = '([A-Za-z0-9_]{1,255})'
const at = (path: string) => new RegExp(`^/v1/${path.replace(':id', ID)}$`)

const routes: readonly Route[] = [
  { method: 'POST', path: at('checkout/sessions'), prepare: prepareSession },
  { method: 'GET', path: at('checkout/sessions'), run: listSessions },
  { method: 'GET', path: at('checkout/sessions/:id'), run: retrieveSession },
  { method: 'POST', path: at('checkout/sessions/:id/expire'), prepare: prepareExpiry },
  { method: 'POST', path: at('payment_intents'), prepare: preparePaymentIntent },
  { method: 'GET', path: at('payment_intents/:id'), run: retrievePaymentIntent },
  { method: 'POST', path: at('payment_intents/:id/confirm'), prepare: prepareConfirmation },
  { method: 'POST', path: at('payment_intents/:id/cancel'), prepare: prepareCancel },
  { method: 'GET', path: at('charges'), run: listCharges },
  { method: 'GET', path: at('charges/:id'), run: retrieveCharge },
  { method: 'GET', path: at('balance'), run: retrieveBalance },
  { method: 'GET', path: at('balance_transactions'), run: listBalanceTransactions },
  { method: 'GET', path: at('balance_transactions/:id'), run: retrieveBalanceTransaction },
  { method: 'POST', path: at('refunds'), prepare: prepareRefund },
  { method: 'GET', path: at('refunds'), run: listRefunds },
  { method: 'GET', path: at('refunds/:id'), run: retrieveRefund },
  { method: 'GET', path: at('disputes'), run: listDisputes },
  { method: 'GET', path: at('disputes/:id'), run: retrieveDispute },
  { method: 'POST', path: at('disputes/:id'), prepare: prepareEvidence },
  { method: 'POST', path: at('disputes/:id/close'), prepare: prepareClose },
  { method: 'POST', path: at('files'), prepare: prepareFile },
  { method: 'GET', path: at('files/:id'), run: retrieveFile },
  { method: 'POST', path: at('accounts'), prepare: prepareAccount },
  { method: 'GET', path: at('accounts/:id'), run: retrieveAccount },
  { method: 'POST', path: at('account_links'), prepare: prepareAccountLink },
  { method: 'POST', path: at('transfers'), prepare: prepareTransfer },
  { method: 'GET', path: at('transfers'), run: listTransfers },
  { method: 'GET', path: at('transfers/:id'), run: retrieveTransfer },
  { method: 'POST', path: at('transfers/:id/reversals'), prepare: prepareReversal },
  { method: 'GET', path: at('transfers/:id/reversals'), run: listReversals },
  { method: 'POST', path: at('payouts'), prepare: preparePayout },
  { method: 'GET', path: at('payouts'), run: listPayouts },
  { method: 'GET', path: at('payouts/:id'), run: retrievePayout },
  { method: 'POST', path: at('payouts/:id/cancel'), prepare: preparePayoutCancel },
  { method: 'GET', path: at('events'), run: listEvents, forAccounts: true },
  { method: 'GET', path: at('events/:id'), run: retrieveEvent, forAccounts: true },
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
  return expand(world, findPayment(world, id), params.expand)
}

function listCharges(world: World, form: FormObject): unknown {
  const params = readParams(z.strictObject({ ...paging, payment_intent: z.string().optional() }), form)
  checkListExpand('charge', params.expand)
  const chosen = [...world.store.state.charges.values()]
    .reverse()
    .filter(({ payment_intent: of }) => params.payment_intent === undefined || of === params.payment_intent)
  return expand(world, pageOf('/v1/charges', chosen, params), params.expand)
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

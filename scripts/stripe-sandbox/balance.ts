import { z } from 'zod'
import { checkListExpand, expand, pageOf } from './expand'
import type { FormObject } from './form-encoding'
import { created, expansions, isWithin, paging, readParams } from './params'
import { presentBalanceTransaction } from './presentation'
import { availableIn, pendingIn } from './settlement'
import type { World } from './world'

/** GET /v1/balance */
export function retrieveBalance(world: World, form: FormObject): unknown {
  readParams(z.strictObject({ expand: expansions.optional() }), form)
  return presentBalance(world)
}

/** One entry a currency, the settlement's always. */
export function presentBalance(world: World) {
  const booked = [...world.store.state.balanceTransactions.values()]
  const currencies = [...new Set([world.settlement.currency, ...booked.map(({ currency }) => currency)])]
  const part = (amount: number, currency: string) => ({ amount, currency, source_types: { card: amount } })
  return {
    object: 'balance' as const,
    available: currencies.map((currency) => part(availableIn(world, currency), currency)),
    livemode: false,
    pending: currencies.map((currency) => part(pendingIn(world, currency), currency)),
  }
}

/** GET /v1/balance_transactions */
export function listBalanceTransactions(world: World, form: FormObject): unknown {
  const word = z.string().optional()
  const filters = { created, type: word, source: word, currency: word }
  const params = readParams(z.strictObject({ ...paging, ...filters }), form)
  checkListExpand('balance_transaction', params.expand)
  const chosen = [...world.store.state.balanceTransactions.values()]
    .reverse()
    .filter((booked) => isWithin(booked.created, params.created))
    .filter(({ type }) => params.type === undefined || type === params.type)
    .filter(({ source }) => params.source === undefined || source === params.source)
    .filter(({ currency }) => params.currency === undefined || currency === params.currency)
    .map((booked) => presentBalanceTransaction(world, booked))
  return expand(world, pageOf('/v1/balance_transactions', chosen, params), params.expand)
}

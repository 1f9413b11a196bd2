import { invalidRequest } from './errors'
import { lineItemList, presentBalanceTransaction } from './presentation'
import type { World } from './world'

/** Stripe's own limit. */
const MAX_LEVELS = 4

type Noun =
  | 'account'
  | 'balance_transaction'
  | 'charge'
  | 'checkout.session'
  | 'dispute'
  | 'list'
  | 'payment_intent'
  | 'payout'
  | 'refund'
  | 'transfer'
  | 'transfer_reversal'

/** Which members of an object hold an id that can be expanded, and into what. */
const expandable: Readonly<Record<Noun, Readonly<Record<string, Noun>>>> = {
  'checkout.session': { payment_intent: 'payment_intent', line_items: 'list' },
  payment_intent: { latest_charge: 'charge' },
  charge: { payment_intent: 'payment_intent', balance_transaction: 'balance_transaction' },
  refund: {
    payment_intent: 'payment_intent',
    charge: 'charge',
    balance_transaction: 'balance_transaction',
    failure_balance_transaction: 'balance_transaction',
  },
  dispute: { payment_intent: 'payment_intent', charge: 'charge' },
  transfer: {
    balance_transaction: 'balance_transaction',
    destination: 'account',
    source_transaction: 'charge',
  },
  transfer_reversal: { balance_transaction: 'balance_transaction', transfer: 'transfer' },
  payout: { balance_transaction: 'balance_transaction', failure_balance_transaction: 'balance_transaction' },
  account: {},
  balance_transaction: {},
  list: {},
}

/** Refuses paths that lead nowhere: before anything is done, so that a refused request has done nothing. */
export function checkExpand(noun: Noun, paths: readonly string[] = []): void {
  for (const path of paths) {
    const steps = path.split('.')
    if (steps.length > MAX_LEVELS)
      throw invalidRequest(`You cannot expand more than ${MAX_LEVELS} levels: ${path}.`)
    let at: Noun = noun
    for (const step of steps) {
      const next: Noun | undefined = Object.hasOwn(expandable[at], step) ? expandable[at][step] : undefined
      if (next === undefined)
        throw invalidRequest(`This property cannot be expanded (${path}).`, { param: 'expand' })
      at = next
    }
  }
}

/** The same for a list, whose paths begin with `data.`. */
export function checkListExpand(noun: Noun, paths: readonly string[] = []): void {
  for (const path of paths) {
    if (!path.startsWith('data.')) {
      throw invalidRequest(`This property cannot be expanded (${path}). You may want to try data.${path}`, {
        param: 'expand',
      })
    }
    checkExpand(noun, [path.slice('data.'.length)])
  }
}

type Json = Record<string, unknown>

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A copy of an answer with objects in place of the ids that `paths` (already checked) name. */
export function expand(world: World, answer: unknown, paths: readonly string[] = []): unknown {
  const copy: unknown = structuredClone(answer)
  for (const path of paths) expandPath(world, copy, path.split('.'))
  return copy
}

function expandPath(world: World, owner: unknown, [step, ...rest]: string[]): void {
  if (step === undefined) return
  if (Array.isArray(owner)) {
    for (const item of owner) expandPath(world, item, [step, ...rest])
    return
  }
  if (!isJson(owner)) return
  const present = owner[step]
  if (owner.object !== 'list' && !isJson(present)) owner[step] = fetchMember(world, owner, step)
  expandPath(world, owner[step], rest)
}

function fetchMember(world: World, owner: Json, member: string): unknown {
  const { state } = world.store
  if (member === 'line_items') return lineItemList(world, String(owner.id))
  const id = String(owner[member])
  const booked = state.balanceTransactions.get(id)
  if (booked) return presentBalanceTransaction(world, booked)
  const found =
    state.paymentIntents.get(id) ??
    state.charges.get(id) ??
    state.transfers.get(id) ??
    state.accounts.get(id)?.account
  return structuredClone(found ?? null)
}

/** One page of a table, newest first, in Stripe's list shape. */
export function pageOf<T extends { id: string }>(
  url: string,
  newestFirst: readonly T[],
  paging: { limit: number; starting_after?: string | undefined; ending_before?: string | undefined },
) {
  const after = newestFirst.findIndex(({ id }) => id === paging.starting_after)
  const before = newestFirst.findIndex(({ id }) => id === paging.ending_before)
  if (before >= 0) {
    const from = Math.max(0, before - paging.limit)
    return { object: 'list' as const, data: newestFirst.slice(from, before), has_more: from > 0, url }
  }
  const to = after + 1 + paging.limit
  return {
    object: 'list' as const,
    data: newestFirst.slice(after + 1, to),
    has_more: to < newestFirst.length,
    url,
  }
}

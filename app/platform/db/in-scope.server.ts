import pg from 'pg'
import { lookNow } from './one-look.server'
import { begin, type Tx } from './prisma.server'

/** The named system jobs that a policy of the database knows (migrations "walls", "the_audit_is_chained" and those that made the walled tables since). */
export type ScopeJob =
  | 'sign_in'
  | 'checkout'
  | 'order_access'
  | 'income'
  | 'payout'
  | 'audit'
  | 'report'
  | 'message'
  | 'joining'
  | 'mandate'
  | 'sweep'
  | 'visit'
  | 'notice'
  | 'files'
  | 'listing'

/** Who looks behind the walls: a region and all below (its ltree path), one person, or a named job. */
export type Scope =
  | { region: string; person?: never; job?: never }
  | { person: string; region?: never; job?: never }
  | { job: ScopeJob; region?: never; person?: never }

/**
 * Opens the transaction in which walled tables may be read and written, limited to the scope. The setting ends with the transaction.
 * One transaction per loader or action: pass `tx` on, never nest. `timeout` in milliseconds is for the few that write thousands of rows. Within inOneLook several share one, in turn.
 */
export function inScope<T>(
  who: Scope | { scope: Scope },
  work: (tx: Tx) => Promise<T>,
  { timeout }: { timeout?: number } = {},
): Promise<T> {
  const scope = 'scope' in who ? who.scope : who
  const look = lookNow()
  if (look) return look.read({ enter: (tx) => setScope(tx, scope), read: work })
  return begin(
    `BEGIN; ${settingsOf(scope)}`,
    (tx) => {
      scopeOf.set(tx, scope)
      return work(tx)
    },
    timeout === undefined ? {} : { timeout },
  )
}

/**
 * Widens or narrows the scope inside a running transaction: for a system job that is one step of a person's verb
 * (income attributed while a buyer confirms). Returns to the caller's scope afterwards.
 */
export async function withinScope<T>(tx: Tx, scope: Scope, work: () => Promise<T>): Promise<T> {
  const before = scopeOf.get(tx) ?? {}
  await setScope(tx, scope)
  const result = await work()
  await setScope(tx, before)
  return result
}

/** Where the walls of a transaction stand, or nowhere; they are moved here alone. */
const scopeOf = new WeakMap<Tx, Scope | NoScope>()
type NoScope = { region?: never; person?: never; job?: never }

/** What puts the walls where they stand for a scope, quoted: one with the beginning of its transaction. */
function settingsOf({ region, person, job }: Scope): string {
  return Object.entries({ region, person, job })
    .map(([name, value = '']) => `SET LOCAL app.${name} = ${pg.escapeLiteral(value)}`)
    .join('; ')
}

/** Asks nothing where they stand there already. */
async function setScope(tx: Tx, scope: Scope | NoScope): Promise<void> {
  const before = scopeOf.get(tx)
  if (before && before.region === scope.region && before.person === scope.person && before.job === scope.job)
    return
  await tx.$executeRaw`SELECT set_config('app.region', ${scope.region ?? ''}, true), set_config('app.person', ${scope.person ?? ''}, true), set_config('app.job', ${scope.job ?? ''}, true)`
  scopeOf.set(tx, scope)
}

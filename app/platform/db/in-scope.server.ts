import { prisma, type Tx } from './prisma.server'

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
 * One transaction per loader or action: pass `tx` on, never nest. `timeout` in milliseconds is for the few that write thousands of rows.
 */
export function inScope<T>(
  who: Scope | { scope: Scope },
  work: (tx: Tx) => Promise<T>,
  { timeout }: { timeout?: number } = {},
): Promise<T> {
  const scope = 'scope' in who ? who.scope : who
  return prisma.$transaction(
    async (tx) => {
      await setScope(tx, scope)
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
  const [before] = await tx.$queryRaw<{ region: string | null; person: string | null; job: string | null }[]>`
    SELECT current_setting('app.region', true) AS region, current_setting('app.person', true) AS person, current_setting('app.job', true) AS job`
  await setScope(tx, scope)
  const result = await work()
  await tx.$executeRaw`SELECT set_config('app.region', ${before?.region ?? ''}, true), set_config('app.person', ${before?.person ?? ''}, true), set_config('app.job', ${before?.job ?? ''}, true)`
  return result
}

async function setScope(tx: Tx, scope: Scope): Promise<void> {
  await tx.$executeRaw`SELECT set_config('app.region', ${scope.region ?? ''}, true), set_config('app.person', ${scope.person ?? ''}, true), set_config('app.job', ${scope.job ?? ''}, true)`
}

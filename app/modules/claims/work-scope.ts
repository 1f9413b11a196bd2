import type { WorkQueue } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import type { Scope } from '~/platform/db/in-scope.server'

/** How far somebody at the desk sees the work of a queue: finance all of the money, an administrator all reports, a coordinator her region. */
export function workScope({ role, scope }: Actor, queue: WorkQueue): Scope {
  if (queue === 'refund' || queue === 'dispute' || queue === 'payout') return { job: 'payout' }
  return queue === 'report' && role === 'admin' ? { job: 'report' } : scope
}

import type { Actor } from '~/modules/auth/actor'

/** What of reports somebody at the desk reaches: a coordinator her region, an administrator all of them, also those that lie nowhere. */
export function deskScope({ role, scope }: Actor): Actor['scope'] | { job: 'report' } {
  return role === 'admin' ? { job: 'report' } : scope
}

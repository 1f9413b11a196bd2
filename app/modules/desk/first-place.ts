import type { Actor } from '~/modules/auth/actor'
import { allows } from '~/modules/auth/permissions'
import { paths } from '~/paths'

/** Where someone begins whose duties have no region: at the payouts, else in the administration. */
export function firstPlace(actors: readonly Actor[]): string {
  return actors.some(({ role }) => allows(role, 'payout:read')) ? paths.deskPayouts() : paths.admin()
}

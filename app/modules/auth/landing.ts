import type { Role } from '~/generated/prisma/enums'
import { paths } from '~/paths'
import { allows, type Permission } from './permissions'

const doors: readonly { path: string; permission: Permission }[] = [
  { path: paths.account(), permission: 'account:use' },
  { path: paths.studio(), permission: 'studio:use' },
  { path: paths.desk(), permission: 'desk:use' },
  { path: paths.admin(), permission: 'admin:use' },
]

/** Where somebody works, by role; the first that she holds counts. Buyers work nowhere. */
const workplaces: readonly [Role, string][] = [
  ['admin', paths.admin()],
  ['finance', paths.desk()],
  ['coordinator', paths.desk()],
  ['artisan', paths.studio()],
  ['broker', paths.studio()],
]

/**
 * The path (without a language) after signing in: back to the closed page that asked for it, if her roles open it; else to her work;
 * else where she came from. `returnTo` has passed safeReturn.
 */
export function landingPath(roles: readonly Role[], returnTo: string): string {
  const door = doors.find(
    ({ path }) => /^[/?]?$/.test(returnTo.slice(path.length, path.length + 1)) && returnTo.startsWith(path),
  )
  if (door && roles.some((role) => allows(role, door.permission))) return returnTo
  const workplace = workplaces.find(([role]) => roles.includes(role))
  return workplace ? workplace[1] : returnTo
}

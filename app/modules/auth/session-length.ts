import type { Role } from '~/generated/prisma/enums'

const hour = 60 * 60
const staffSeconds = 12 * hour
const ordinarySeconds = 60 * 24 * hour
const staff: readonly Role[] = ['coordinator', 'finance', 'admin']

/**
 * Seconds from sign-in until a session of somebody with these roles ends, whatever was done meanwhile. Staff see other people's data: half a day;
 * everybody else sixty days. It is asked when a session starts and again at every look-up: a staff role that is given later ends the
 * sessions that are older than it allows.
 */
export function sessionSeconds(roles: readonly Role[]): number {
  return roles.some((role) => staff.includes(role)) ? staffSeconds : ordinarySeconds
}

import type { Role } from '~/generated/prisma/enums'

const hour = 60 * 60
const staffSeconds = 12 * hour
const ordinarySeconds = 60 * 24 * hour
const staff: readonly Role[] = ['coordinator', 'finance', 'admin']

/** Minutes after which a session that proved a second factor, and was not used, ends. */
export const idleMinutes = 30

/** Seconds after which a session on a shared device, and unused, ends; and after which it ends whatever was done. */
export const pointIdleSeconds = 120
export const pointSeconds = 4 * hour

/** Minutes for which a proof of the second factor is fresh enough for a deed that asks for one. */
export const freshMinutes = 5

/** Whether a role sees other people's data: it works only in a session that proved a second factor. */
export function isStaff(role: Role): boolean {
  return staff.includes(role)
}

/**
 * Seconds from sign-in until a session of somebody with these roles ends, whatever was done meanwhile. Staff see other people's data: half a day;
 * everybody else sixty days. It is asked when a session starts and again at every look-up: a staff role that is given later ends the
 * sessions that are older than it allows.
 */
export function sessionSeconds(roles: readonly Role[]): number {
  return roles.some(isStaff) ? staffSeconds : ordinarySeconds
}

import type { Role } from '~/generated/prisma/enums'
import type { PlaceName } from '~/modules/regions/find-place-names.server'
import { type Day, dayOf } from '~/platform/calendar'
import { staffRoles } from './schema'

/** A role as screens show it. */
export type RoleLine = {
  id: string
  role: Role
  place: PlaceName | null
  from: Day
  until: Day | null
  holds: boolean
  /** a staff role that holds: the others end where they came from */
  canEnd: boolean
}

type HeldRole = {
  id: string
  role: Role
  place: PlaceName | null
  from: Date
  /** null: holds */
  until: Date | null
}

/** A role as it stands at an instant. */
export function roleLine({ id, role, place, from, until }: HeldRole, now: Date): RoleLine {
  const holds = from <= now && (until === null || until > now)
  const isStaff = staffRoles.some((one) => one === role)
  return {
    id,
    role,
    place,
    from: dayOf(from),
    until: until && dayOf(until),
    holds,
    canEnd: holds && isStaff,
  }
}

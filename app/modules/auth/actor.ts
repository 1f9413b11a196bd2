import type { Role } from '~/generated/prisma/enums'
import type { ActingRole } from './permissions'

/** Who is asking: a signed-in user in the role that the permission was found in. */
export type Actor = {
  userId: string
  personId: string
  role: ActingRole
  roles: Role[]
  /** for coordinators: her region and its ltree path */
  regionId: string | null
  regionPath: string | null
  /** sellers she owns, or acts for within the scope that the permission asks for */
  sellerIds: string[]
  /** what the database lets her see on walled tables: a coordinator her region, everybody else herself */
  scope: { region: string } | { person: string }
}

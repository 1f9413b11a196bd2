import type { Role } from '~/generated/prisma/enums'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findPersonByPhone } from '~/modules/people/find-person-by-phone.server'
import { findPlaceNames, type PlaceName } from '~/modules/regions/find-place-names.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { type RoleLine, roleLine } from './role-line'
import { administers } from './role-reach.server'
import { staffRoles } from './schema'

export type StaffRow = { userId: string; name: string | null; roles: RoleLine[] }

/** how many are listed; a part of the name finds the others */
const shown = 100

type RoleRow = { id: string; role: Role; regionId: string | null; validFrom: Date; validTo: Date | null }

/** Who holds a staff role, or held one, by name. Of persons it reads their names alone, under the job that signs them in. */
export async function findStaff({ name }: { name: string }): Promise<StaffRow[]> {
  return inScope({ job: 'sign_in' }, async (tx) => {
    const users = await tx.user.findMany({
      where: {
        roles: { some: { role: { in: [...staffRoles] } } },
        ...(name ? { person: { name: { contains: name } } } : {}),
      },
      select: {
        id: true,
        person: { select: { name: true } },
        roles: { where: { role: { in: [...staffRoles] } }, orderBy: { validFrom: 'asc' } },
      },
      orderBy: [{ person: { name: 'asc' } }, { id: 'asc' }],
      take: shown,
    })
    const places = await findPlaceNames(
      tx,
      users.flatMap(({ roles }) => roles.flatMap(({ regionId }) => regionId ?? [])),
    )
    const now = await appNow(tx)
    return users.map(({ id, person, roles }) => ({
      userId: id,
      name: person.name,
      roles: roles.map((row) => heldRole(row, places, now)),
    }))
  })
}

/** The user whose number it is; who asked is written down. Refuses a number with which nobody signs in. */
export async function findUserByPhone({ actor, phone }: { actor: Actor; phone: string }): Promise<string> {
  return inScope({ job: 'sign_in' }, async (tx) => {
    const person = await findPersonByPhone(tx, phone)
    const user =
      person && (await tx.user.findUnique({ where: { personId: person.id }, select: { id: true } }))
    if (!user) throw new Refusal('roles.nobody', 422, {}, 'phone')
    await recordAudit(tx, { actor, action: 'user.found_by_phone', subject: { type: 'User', id: user.id } })
    return user.id
  })
}

/** A user's name and her roles, the newest first, those beyond the administration of whoever asks as not hers to end, and whether she has a second factor that could be lost. That she may buy is nobody's to give. */
export async function getUser({
  actor,
  userId,
}: {
  actor: Actor
  userId: string
}): Promise<StaffRow & { hasFactor: boolean }> {
  return inScope({ job: 'sign_in' }, async (tx) => {
    const user = await tx.user.findUnique({
      where: { id: userId },
      select: {
        person: { select: { name: true } },
        roles: { where: { role: { not: 'buyer' } }, orderBy: { validFrom: 'desc' } },
        secondFactor: { select: { id: true } },
      },
    })
    if (!user) throw notFound()
    const places = await findPlaceNames(
      tx,
      user.roles.flatMap(({ regionId }) => regionId ?? []),
    )
    const now = await appNow(tx)
    const roles: RoleLine[] = []
    for (const row of user.roles) {
      const line = heldRole(row, places, now)
      const { regionId } = row
      roles.push({ ...line, canEnd: line.canEnd && (await administers(tx, { actor, regionId })) })
    }
    return {
      userId,
      name: user.person.name,
      roles,
      hasFactor: user.secondFactor !== null,
    }
  })
}

function heldRole(row: RoleRow, places: Map<string, PlaceName>, now: Date): RoleLine {
  const place = row.regionId === null ? null : (places.get(row.regionId) ?? null)
  return roleLine({ id: row.id, role: row.role, place, from: row.validFrom, until: row.validTo }, now)
}

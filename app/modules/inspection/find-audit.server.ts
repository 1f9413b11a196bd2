import type { Role } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { findPlaceNames, type PlaceName } from '~/modules/regions/find-place-names.server'
import { addDays, startOf } from '~/platform/calendar'
import { inScope, type Scope } from '~/platform/db/in-scope.server'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import { auditGroups } from './audit-groups'
import { findActingUsers } from './find-acting-users.server'
import { findSubjectNames, type SubjectType, subjectTypeOf } from './find-subject-names.server'
import type { AuditFilter } from './schema'

export type AuditRow = {
  id: string
  /** ISO */
  at: string
  /** null: the system; '' for somebody without a name */
  who: string | null
  role: Role | null
  /** the person acted for: her name where the walls let it through, else '' ; null: nobody */
  onBehalfOf: string | null
  action: string
  subject: { type: SubjectType; id: string; name: string }
  place: PlaceName | null
  reason: string | null
}

type FoundRow = {
  id: bigint
  at: Date
  actorUserId: string | null
  onBehalfOfId: string | null
  role: string | null
  action: string
  subjectType: string
  subjectId: string
  reason: string | null
  regionId: string | null
}

export const auditPage = 40

/**
 * Searches the record of access, newest first, 40 a page; `next` is the id to go on before, or null. A coordinator finds what stands behind the walls of her region, the
 * administration everything, with the names of staff and without those of women and households.
 */
export function findAudit({
  actor,
  filter,
}: {
  actor: Actor
  filter: AuditFilter
}): Promise<{ rows: AuditRow[]; next: string | null }> {
  return inScope(auditScope(actor), async (tx) => {
    const who = filter.who ? await findActingUsers(tx, filter.who) : null
    const found = await findRows(tx, { actor, filter, who })
    const page = found.slice(0, auditPage)
    return {
      rows: await nameRows(tx, page),
      next: found.length > auditPage ? String(page.at(-1)?.id) : null,
    }
  })
}

/** Whose record she reads: her region's, or as the administration the whole one. */
function auditScope({ role, scope }: Actor): Scope {
  return role === 'admin' ? { job: 'audit' } : scope
}

function findRows(
  tx: Tx,
  { actor, filter, who }: { actor: Actor; filter: AuditFilter; who: string[] | null },
): Promise<FoundRow[]> {
  const { act, from, to, place, about, before } = filter
  const within = (regionId: string) =>
    Prisma.sql`a."regionId" IN (SELECT r.id FROM "Region" r WHERE r."ancestorIds" @> ARRAY[${regionId}::uuid])`
  const where = [
    Prisma.sql`a.id < ${before ?? 9_223_372_036_854_775_807n}`,
    actor.regionId ? within(actor.regionId) : null,
    place ? within(place) : null,
    who ? Prisma.sql`a."actorUserId" = ANY(${who}::uuid[])` : null,
    act ? Prisma.sql`split_part(a.action, '.', 1) = ANY(${[...auditGroups[act]]}::text[])` : null,
    from ? Prisma.sql`a.at >= ${startOf(from)}` : null,
    to ? Prisma.sql`a.at < ${startOf(addDays(to, 1))}` : null,
    about ? Prisma.sql`a."subjectId" = ${about}` : null,
  ].filter((one) => one !== null)
  return tx.$queryRaw<FoundRow[]>`
    SELECT a.id, a.at, a."actorUserId", a."onBehalfOfId", a.role, a.action, a."subjectType", a."subjectId", a.reason, a."regionId"
    FROM "AuditEvent" a WHERE ${Prisma.join(where, ' AND ')} ORDER BY a.id DESC LIMIT ${auditPage + 1}`
}

async function nameRows(tx: Tx, page: readonly FoundRow[]): Promise<AuditRow[]> {
  const staff = await findStaffNames(
    tx,
    page.map(({ actorUserId }) => actorUserId),
  )
  const places = await findPlaceNames(
    tx,
    page.map(({ regionId }) => regionId).filter((id) => id !== null),
  )
  const subjects = await findSubjectNames(tx, [
    ...page.map(({ subjectType, subjectId }) => ({ type: subjectTypeOf(subjectType), id: subjectId })),
    ...page.map(({ onBehalfOfId }) => ({ type: 'Person' as const, id: onBehalfOfId ?? '' })),
  ])
  return page.map((row) => ({
    id: String(row.id),
    at: row.at.toISOString(),
    who: row.actorUserId && (staff.get(row.actorUserId) ?? ''),
    role: isRole(row.role) ? row.role : null,
    onBehalfOf: row.onBehalfOfId && (subjects.get(row.onBehalfOfId) ?? ''),
    action: row.action,
    subject: {
      type: subjectTypeOf(row.subjectType),
      id: row.subjectId,
      name: subjects.get(row.subjectId) ?? shortId(row.subjectId),
    },
    place: (row.regionId && places.get(row.regionId)) || null,
    reason: row.reason,
  }))
}

const roles: ReadonlySet<string> = new Set<Role>([
  'buyer',
  'artisan',
  'broker',
  'coordinator',
  'finance',
  'admin',
])

function isRole(text: string | null): text is Role {
  return text !== null && roles.has(text)
}

/** The last eight characters tell two ids of one minute apart. */
function shortId(id: string): string {
  return id.slice(-8)
}

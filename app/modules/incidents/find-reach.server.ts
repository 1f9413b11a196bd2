import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { addDays, startOf } from '~/platform/calendar'
import { withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import type { Affected } from './find-affected.server'

/** Whose data somebody may open by a duty, whether or not she did: her role and its place ('' for the whole country). */
export type Reach = { who: string; role: string; place: string; people: Affected[] }

type Span = { from: string; to: string }
type DutyRow = { userId: string; role: string; place: string | null; path: string | null }

const mostPeople = 20_000

/** The duties that an account had in the span, each with the people behind the walls of its region. */
export async function findWithin(tx: Tx, { from, to }: Span, userId: string): Promise<Reach[]> {
  const duties = await tx.$queryRaw<DutyRow[]>`
    SELECT u."userId"::text, u.role::text, r."nameZh" AS place, r.path::text FROM "UserRole" u LEFT JOIN "Region" r ON r.id = u."regionId"
    WHERE u."userId" = ${userId}::uuid AND u.role IN ('coordinator', 'finance', 'admin')
      AND u."validFrom" < ${startOf(addDays(to, 1))} AND (u."validTo" IS NULL OR u."validTo" > ${startOf(from)}) ORDER BY u."validFrom"`
  const names = await findStaffNames(tx, [userId])
  const reach: Reach[] = []
  for (const { role, place, path } of duties) {
    const people = path
      ? await withinScope(
          tx,
          { job: 'income' },
          () => tx.$queryRaw<Affected[]>`
            SELECT p.id::text, coalesce(p.name, '') AS name FROM "Person" p JOIN "Region" r ON r.id = p."regionId"
            WHERE r.path <@ ${path}::ltree ORDER BY p.id LIMIT ${mostPeople}::int`,
        )
      : []
    reach.push({ who: names.get(userId) ?? '', role, place: place ?? '', people })
  }
  return reach
}

/** Everybody whose duty in the span let her open what is this person's: coordinators of the places in which she lives, and finance. */
export async function findAround(tx: Tx, { from, to }: Span, personId: string): Promise<Reach[]> {
  const [person] = await withinScope(
    tx,
    { job: 'income' },
    () => tx.$queryRaw<{ name: string | null; path: string | null }[]>`
      SELECT p.name, r.path::text FROM "Person" p LEFT JOIN "Region" r ON r.id = p."regionId" WHERE p.id = ${personId}::uuid`,
  )
  const duties = await tx.$queryRaw<DutyRow[]>`
    SELECT u."userId"::text, u.role::text, r."nameZh" AS place, r.path::text FROM "UserRole" u LEFT JOIN "Region" r ON r.id = u."regionId"
    WHERE (u.role = 'finance' OR (u.role = 'coordinator' AND ${person?.path ?? ''}::text <> '' AND ${person?.path ?? ''}::text::ltree <@ r.path))
      AND u."validFrom" < ${startOf(addDays(to, 1))} AND (u."validTo" IS NULL OR u."validTo" > ${startOf(from)}) ORDER BY u.role, u."userId"`
  const names = await findStaffNames(
    tx,
    duties.map(({ userId }) => userId),
  )
  const people = [{ id: personId, name: person?.name ?? '' }]
  return duties.map(({ userId, role, place }) => ({
    who: names.get(userId) ?? '',
    role,
    place: place ?? '',
    people,
  }))
}

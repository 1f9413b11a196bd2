import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { addDays, startOf } from '~/platform/calendar'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import { type Affected, findAffected } from './find-affected.server'
import { findAround, findWithin, type Reach } from './find-reach.server'
import { readingActs } from './readings'
import type { IncidentQuestion } from './schema'

/** One look at somebody's data, as the audit has it. */
export type Look = {
  at: Date
  who: string
  role: string
  action: string
  subjectType: string
  subjectId: string
  reason: string
  people: Affected[]
}

export type Incident = { looks: Look[]; reach: Reach[]; isCut: boolean }

type EventRow = Omit<Look, 'who' | 'people' | 'reason' | 'role'> & {
  actorUserId: string | null
  role: string | null
  reason: string | null
  /** the entry of the register whose cadre's number was opened */
  factsId: string | null
}

const mostLooks = 20_000

/**
 * Who looked at whose data in a span of days, from the chained audit, and who could have: by the account of one of the staff (what she opened, and everybody behind the walls of her region), by a kind of record, or by
 * one person (who opened hers, and whose region contains her). Asking is itself written down with its reason.
 */
export function findIncident({
  actor,
  question,
}: {
  actor: Actor
  question: IncidentQuestion
}): Promise<Incident> {
  return inScope(
    { job: 'audit' },
    async (tx) => {
      const { by, about, reason, from, to } = question
      await recordAudit(tx, {
        actor,
        action: 'incident.exported',
        subject: { type: subjectOf[by], id: about },
        reason,
        detail: { from, to },
      })
      const events = await findEvents(tx, question)
      const names = await findStaffNames(
        tx,
        events.map(({ actorUserId }) => actorUserId),
      )
      const affected = await withinScope(tx, { job: 'income' }, () => findAffected(tx, events.map(whoseData)))
      return {
        isCut: events.length === mostLooks,
        looks: events.map(({ actorUserId, role, reason: why, factsId, ...event }) => ({
          ...event,
          who: (actorUserId && names.get(actorUserId)) ?? '',
          role: role ?? '',
          reason: why ?? '',
          people: affected.get(factsId ?? event.subjectId) ?? [],
        })),
        reach:
          by === 'staff'
            ? await findWithin(tx, question, about)
            : by === 'person'
              ? await findAround(tx, question, about)
              : [],
      }
    },
    { timeout: 60_000 },
  )
}

/** Of a cadre's number, the entry that names her; else what it was about. */
const whoseData = ({ subjectType, subjectId, factsId }: EventRow) =>
  factsId ? { subjectType: 'HouseholdFacts', subjectId: factsId } : { subjectType, subjectId }

const subjectOf = { staff: 'User', person: 'Person', record: 'Table' } as const

async function findEvents(tx: Tx, { from, to, by, about }: IncidentQuestion): Promise<EventRow[]> {
  return tx.$queryRaw<EventRow[]>`
    SELECT a.at, a."actorUserId", a.role, a.action, a."subjectType", a."subjectId", a.reason,
      CASE WHEN a.action = 'secret.revealed' THEN a.detail->>'factsId' END AS "factsId" FROM "AuditEvent" a
    WHERE a.at >= ${startOf(from)} AND a.at < ${startOf(addDays(to, 1))} AND a.action = ANY(${[...readingActs]}::text[])
      AND ${by === 'person' ? await aboutPerson(tx, about) : by === 'staff' ? Prisma.sql`a."actorUserId" = ${about}::uuid` : Prisma.sql`a."subjectType" = ${about}`}
    ORDER BY a.id LIMIT ${mostLooks}::int`
}

/** Her own record, what was done for her, her shops, and the households of which she is or was a member, the numbers of their cadres left out. */
async function aboutPerson(tx: Tx, personId: string): Promise<Prisma.Sql> {
  const [members, shops] = await withinScope(tx, { job: 'income' }, async () => [
    await tx.householdMember.findMany({ where: { personId }, select: { householdId: true } }),
    await tx.sellerPerson.findMany({ where: { personId }, select: { sellerId: true } }),
  ])
  const households = members.map(({ householdId }) => householdId)
  return Prisma.sql`(a."onBehalfOfId" = ${personId}::uuid OR (a."subjectType" = 'Person' AND a."subjectId" = ${personId})
    OR (a."subjectType" = 'Seller' AND a."subjectId" = ANY(${shops.map(({ sellerId }) => sellerId)}::text[]))
    OR (a."subjectType" = 'Household' AND a.action <> 'secret.revealed' AND a."subjectId" = ANY(${households}::text[])))`
}

import { type Day, fromDateColumn } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'

/** One stay of a person in a household, for the choice of a link. */
export type MembershipView = {
  id: string
  personId: string
  householdId: string
  householdCode: string
  relation: string
  from: Day
  /** first day on which she is no longer a member */
  to: Day | null
}

/** The memberships of these people in households of the caller's scope, newest first. */
export async function findMemberships(tx: Tx, personIds: readonly string[]): Promise<MembershipView[]> {
  const rows = await tx.householdMember.findMany({
    where: { personId: { in: [...personIds] } },
    orderBy: [{ validFrom: 'desc' }, { id: 'asc' }],
    take: 100,
    select: { id: true, personId: true, householdId: true, relation: true, validFrom: true, validTo: true },
  })
  const households = await tx.household.findMany({
    where: { id: { in: rows.map(({ householdId }) => householdId) } },
    select: { id: true, code: true },
  })
  const codes = new Map(households.map(({ id, code }) => [id, code]))
  return rows.map(({ validFrom, validTo, ...row }) => ({
    ...row,
    householdCode: codes.get(row.householdId) ?? '',
    from: fromDateColumn(validFrom),
    to: validTo && fromDateColumn(validTo),
  }))
}

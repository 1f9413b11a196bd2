import type { NoHouseholdReason } from '~/generated/prisma/enums'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { type Day, fromDateColumn } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'

/** One dated statement of whose household a person's income belongs to. */
export type LinkView = {
  id: string
  personId: string
  memberId: string | null
  /** null outside the coordinator's region, or when there is none */
  householdId: string | null
  householdCode: string | null
  noReason: NoHouseholdReason | null
  from: Day
  /** first day on which it no longer holds */
  to: Day | null
  evidence: string
  verifiedAt: string | null
  verifiedBy: string | null
  endReason: string | null
  endedBy: string | null
}

type FoundRow = Omit<LinkView, 'from' | 'to' | 'verifiedAt' | 'verifiedBy' | 'endedBy'> & {
  validFrom: Date
  validTo: Date | null
  verifiedAt: Date | null
  verifiedById: string | null
  endedById: string | null
}

/** The links of these people with their history, newest first. Only what lies in the caller's scope. */
export async function findLinks(tx: Tx, personIds: readonly string[]): Promise<LinkView[]> {
  const rows = await tx.$queryRaw<FoundRow[]>`
    SELECT l.id, l."personId", l."memberId", h.id AS "householdId", h.code AS "householdCode", l."noReason"::text AS "noReason",
      l."validFrom", l."validTo", l.evidence, l."verifiedAt", l."verifiedById", l."endReason", l."endedById"
    FROM "HouseholdLink" l LEFT JOIN "HouseholdMember" m ON m.id = l."memberId" LEFT JOIN "Household" h ON h.id = m."householdId"
    WHERE l."personId" = ANY(${personIds}::uuid[]) ORDER BY l."validFrom" DESC, l.id LIMIT 200`
  const names = await findStaffNames(
    tx,
    rows.flatMap(({ verifiedById, endedById }) => [verifiedById, endedById]),
  )
  return rows.map(({ validFrom, validTo, verifiedAt, verifiedById, endedById, ...row }) => ({
    ...row,
    from: fromDateColumn(validFrom),
    to: validTo && fromDateColumn(validTo),
    verifiedAt: verifiedAt?.toISOString() ?? null,
    verifiedBy: verifiedById ? (names.get(verifiedById) ?? null) : null,
    endedBy: endedById ? (names.get(endedById) ?? null) : null,
  }))
}

import type { Tx } from '~/platform/db/prisma.server'

/** Somebody whose data it was. */
export type Affected = { id: string; name: string }

type Subject = { subjectType: string; subjectId: string }
type FoundRow = { subjectId: string; id: string; name: string | null }

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whose data each subject holds, by its id: the person, the owners of a shop, the members of a household, all whom a list brought or of whose household it said something, the buyer of an order, by name alone the cadre whom an entry of the register names. Needs the job scope `income`. */
export async function findAffected(tx: Tx, subjects: readonly Subject[]): Promise<Map<string, Affected[]>> {
  const idsOf = (...types: string[]) => [
    ...new Set(
      subjects
        .filter(({ subjectType, subjectId }) => types.includes(subjectType) && uuidForm.test(subjectId))
        .map(({ subjectId }) => subjectId),
    ),
  ]
  const rows = await tx.$queryRaw<FoundRow[]>`
    SELECT id::text AS "subjectId", id::text, name FROM "Person" WHERE id = ANY(${idsOf('Person')}::uuid[])
    UNION SELECT sp."sellerId"::text, p.id::text, p.name FROM "SellerPerson" sp JOIN "Person" p ON p.id = sp."personId"
      WHERE sp.role = 'owner' AND sp."sellerId" = ANY(${idsOf('Seller', 'Purse')}::uuid[])
    UNION SELECT m."householdId"::text, p.id::text, p.name FROM "HouseholdMember" m JOIN "Person" p ON p.id = m."personId"
      WHERE m."householdId" = ANY(${idsOf('Household')}::uuid[])
    UNION SELECT m."importId"::text, p.id::text, p.name FROM "HouseholdMember" m JOIN "Person" p ON p.id = m."personId"
      WHERE m."importId" = ANY(${idsOf('HouseholdImport')}::uuid[])
    UNION SELECT told."importId"::text, p.id::text, p.name
      FROM (SELECT "householdId", "importId" FROM "HouseholdStatus" UNION SELECT "householdId", "importId" FROM "HouseholdFacts") told
        JOIN "HouseholdMember" m ON m."householdId" = told."householdId" JOIN "Person" p ON p.id = m."personId"
      WHERE told."importId" = ANY(${idsOf('HouseholdImport')}::uuid[])
    UNION SELECT o.id::text, p.id::text, p.name FROM "Order" o JOIN "Party" y ON y.id = o."buyerPartyId" JOIN "Person" p ON p.id = y."personId"
      WHERE o.id = ANY(${idsOf('Order')}::uuid[])
    UNION SELECT id::text, '', "cadreName" FROM "HouseholdFacts" WHERE id = ANY(${idsOf('HouseholdFacts')}::uuid[])
    ORDER BY 1, 2`
  const people = new Map<string, Affected[]>()
  for (const { subjectId, id, name } of rows)
    people.set(subjectId, [...(people.get(subjectId) ?? []), { id, name: name ?? '' }])
  return people
}

import type { Actor } from '~/modules/auth/actor'
import { secretIndex } from '~/modules/people/secret-index.server'
import type { Day } from '~/platform/calendar'
import { withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'

export type KnownHousehold = {
  id: string
  regionId: string
  /** of its members today */
  names: string[]
  /** the register says what it is, or was */
  hasStatus: boolean
  /** the register says how it is */
  hasFacts: boolean
}

/** Households that have one of these codes: what the scope reaches with its members' names, others as nothing but taken. */
export async function findKnownHouseholds(
  tx: Tx,
  codes: readonly string[],
): Promise<Map<string, KnownHousehold | 'elsewhere'>> {
  const taken = await withinScope(
    tx,
    { job: 'income' },
    () => tx.$queryRaw<{ code: string }[]>`SELECT code FROM "Household" WHERE code = ANY(${codes}::text[])`,
  )
  const within = await tx.$queryRaw<(KnownHousehold & { code: string })[]>`
    SELECT h.id, h.code, h."regionId", coalesce(array_agg(p.name) FILTER (WHERE p.name IS NOT NULL), '{}') AS names,
      EXISTS (SELECT 1 FROM "HouseholdStatus" s WHERE s."householdId" = h.id) AS "hasStatus",
      EXISTS (SELECT 1 FROM "HouseholdFacts" f WHERE f."householdId" = h.id) AS "hasFacts"
    FROM "Household" h LEFT JOIN "HouseholdMember" m ON m."householdId" = h.id
        AND daterange(m."validFrom", m."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date
      LEFT JOIN "Person" p ON p.id = m."personId"
    WHERE h.code = ANY(${codes}::text[]) GROUP BY h.id`
  const known = new Map<string, KnownHousehold | 'elsewhere'>(taken.map(({ code }) => [code, 'elsewhere']))
  for (const { code, ...household } of within) known.set(code, household)
  return known
}

export type KnownNumber = {
  personId: string
  /** where she is a member now or later; null: nowhere */
  householdCode: string | null
  /** the day from which no earlier membership holds; null: there was none */
  freeFrom: Day | null
}

/**
 * Whose identity numbers these are, by their fingerprint in hex: people whom the scope reaches with the household they are in, others (and those of the region who are
 * members somewhere else) as nothing but taken.
 */
export async function findKnownNumbers(
  tx: Tx,
  idNumbers: readonly string[],
): Promise<Map<string, KnownNumber | 'elsewhere'>> {
  const prints = idNumbers.map((number) => Buffer.from(secretIndex('id_number', number)).toString('hex'))
  const owners = await withinScope(
    tx,
    { job: 'sign_in' },
    () => tx.$queryRaw<{ print: string; personId: string }[]>`
      SELECT encode(s."blindIndex", 'hex') AS print, s."personId" FROM "PersonSecret" s
      WHERE s.field = 'id_number' AND s."blindIndex" IN (SELECT decode(x, 'hex') FROM unnest(${prints}::text[]) x)`,
  )
  const ids = owners.map(({ personId }) => personId)
  const within = new Set(
    (await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "Person" WHERE id = ANY(${ids}::uuid[])`).map(
      ({ id }) => id,
    ),
  )
  const held = await withinScope(
    tx,
    { job: 'income' },
    () => tx.$queryRaw<{ personId: string; householdId: string; isHeld: boolean; validTo: string | null }[]>`
      SELECT "personId", "householdId", "validTo"::text AS "validTo",
        "validTo" IS NULL OR "validTo" > (app_now() AT TIME ZONE 'Asia/Shanghai')::date AS "isHeld"
      FROM "HouseholdMember" WHERE "personId" = ANY(${ids}::uuid[]) ORDER BY "validFrom"`,
  )
  const codes = await tx.$queryRaw<{ id: string; code: string }[]>`
    SELECT id, code FROM "Household" WHERE id = ANY(${held.map(({ householdId }) => householdId)}::uuid[])`
  const codeOf = new Map(codes.map(({ id, code }) => [id, code]))
  const householdOf = new Map(
    held.filter(({ isHeld }) => isHeld).map(({ personId, householdId }) => [personId, householdId]),
  )
  const freeFrom = new Map(held.map(({ personId, validTo }) => [personId, validTo]))
  const known = new Map<string, KnownNumber | 'elsewhere'>()
  for (const { print, personId } of owners) {
    const householdId = householdOf.get(personId)
    const householdCode = householdId === undefined ? null : (codeOf.get(householdId) ?? undefined)
    known.set(
      print,
      within.has(personId) && householdCode !== undefined
        ? { personId, householdCode, freeFrom: freeFrom.get(personId) ?? null }
        : 'elsewhere',
    )
  }
  return known
}

/** Of households and people that a list names: her own household, herself and whoever shares a household with her today. */
export type Kin = { householdIds: Set<string>; personIds: Set<string> }

/** Which of these are too near to the coordinator for her to bring anything into the register. */
export async function findKin(
  tx: Tx,
  {
    actor,
    households,
    people,
  }: {
    actor: Actor
    households: readonly (KnownHousehold | 'elsewhere')[]
    people: readonly (KnownNumber | 'elsewhere')[]
  },
): Promise<Kin> {
  const householdIds = households.flatMap((one) => (one === 'elsewhere' ? [] : [one.id]))
  const personIds = people.flatMap((one) => (one === 'elsewhere' ? [] : [one.personId]))
  const own = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM unnest(${householdIds}::uuid[]) id WHERE is_of_household(id, ${actor.userId}::uuid)`
  const close = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM unnest(${personIds}::uuid[]) id WHERE is_close_to(id, ${actor.userId}::uuid)`
  return {
    householdIds: new Set(own.map(({ id }) => id)),
    personIds: new Set(close.map(({ id }) => id)),
  }
}

import type { Actor } from '~/modules/auth/actor'
import { sealCadrePhone } from '~/modules/households/cadre-phone.server'
import { secretIndex } from '~/modules/people/secret-index.server'
import { toDateColumn } from '~/platform/calendar'
import { inParts, orderedIds } from '~/platform/db/in-parts'
import type { Tx } from '~/platform/db/prisma.server'
import { asHex, createDataKeys, type OpenKey, seal } from '~/platform/secrets/envelope.server'
import type { Judgement, NewMember } from './judge-members.server'

/** One at a time brings people into the register, so that two never bring the same. */
const registerLock = 710_008

/** Waits until nobody else brings people into the register; nobody else does until this transaction ends. */
export async function lockRegister(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${registerLock})`
}

type Writing = {
  actor: Actor
  /** null: entered at the desk */
  importId: string | null
  /** the paper or file that says all this */
  source: string
  /** the same for what a row says */
  evidenceOf: (row: number) => string
  judgement: Judgement
}

/** Writes a judgement without a fault: households, statuses and facts, people with their sealed numbers, and memberships that wait to be verified. Gives the ids of the households by code. */
export async function writeList(tx: Tx, writing: Writing): Promise<Map<string, string>> {
  const householdIds = await writeHouseholds(tx, writing)
  await writeTold(tx, writing, householdIds)
  const personIds = await writePeople(tx, writing)
  await writeMembers(tx, writing, { householdIds, personIds })
  return householdIds
}

type Ids = { householdIds: ReadonlyMap<string, string>; personIds: ReadonlyMap<NewMember, string> }

/** Many rows go in as one text: a list of a whole county has fifty thousand, and building a statement of each of their cells took longer than the database. */
function writeMembers(
  tx: Tx,
  { importId, evidenceOf, judgement }: Writing,
  { householdIds, personIds }: Ids,
): Promise<void> {
  const ids = orderedIds(judgement.newMembers.length)
  const rows = judgement.newMembers.map((member, at) => ({
    id: ids[at],
    personId: personIds.get(member),
    householdId: householdIds.get(member.code),
    relation: member.relation,
    validFrom: member.since,
    evidence: evidenceOf(member.row),
  }))
  return inParts(
    rows,
    (part) => tx.$executeRaw`
      INSERT INTO "HouseholdMember" (id, "personId", "householdId", relation, "validFrom", evidence, "importId")
      SELECT id, "personId", "householdId", relation, "validFrom", evidence, ${importId}::uuid
      FROM json_to_recordset(${JSON.stringify(part)}::json)
        AS r(id uuid, "personId" uuid, "householdId" uuid, relation text, "validFrom" date, evidence text)`,
  )
}

async function writeHouseholds(tx: Tx, writing: Writing): Promise<Map<string, string>> {
  const { actor, importId, source, judgement } = writing
  const firsts = new Map<string, NewMember>()
  for (const member of judgement.newMembers) if (!firsts.has(member.code)) firsts.set(member.code, member)
  const ids = new Map([...judgement.knownHouseholds].map(([code, { id }]) => [code, id]))
  const fresh = judgement.newHouseholds.flatMap((code) => {
    const first = firsts.get(code)
    return first ? [{ id: crypto.randomUUID(), code, first }] : []
  })
  for (const { id, code } of fresh) ids.set(code, id)
  await tx.household.createMany({
    data: fresh.map(({ id, code, first }) => ({
      id,
      code,
      regionId: first.villageId,
      sourceDocument: source,
      enteredById: actor.userId,
      importId,
    })),
  })
  return ids
}

/** Statuses and facts; each number of a cadre under a key of its own. */
async function writeTold(
  tx: Tx,
  { actor, importId, evidenceOf, judgement }: Writing,
  householdIds: ReadonlyMap<string, string>,
): Promise<void> {
  const told = [...judgement.told].flatMap(([code, one]) => {
    const householdId = householdIds.get(code)
    return householdId ? [{ ...one, by: { householdId, importId, enteredById: actor.userId } }] : []
  })
  await tx.householdStatus.createMany({
    data: told.flatMap(({ by, row, status }) => {
      if (!status) return []
      const { termId, since, paper } = status
      return [{ ...by, termId, validFrom: toDateColumn(since), source: paper ?? evidenceOf(row) }]
    }),
  })
  const phones = [...new Set(told.flatMap(({ facts }) => facts?.cadrePhone ?? []))]
  const made = await createDataKeys(tx, phones.length)
  const keys = new Map(phones.map((phone, at) => [phone, made[at]]))
  const ids = orderedIds(told.length)
  await tx.householdFacts.createMany({
    data: told.flatMap(({ by, row, facts }, at) => {
      const id = ids[at]
      if (!facts || !id) return []
      const { mainCause, otherCauses, cadrePhone, ...rest } = facts
      const causes = { mainCauseId: mainCause, otherCauseIds: otherCauses.toSorted() }
      const key = cadrePhone === null ? null : keys.get(cadrePhone)
      const sealed = key && cadrePhone !== null ? sealCadrePhone(key, id, cadrePhone) : {}
      return [{ ...by, id, ...rest, ...causes, ...sealed, document: evidenceOf(row) }]
    }),
  })
}

async function writePeople(tx: Tx, { importId, judgement }: Writing): Promise<Map<NewMember, string>> {
  const ids = new Map<NewMember, string>()
  const fresh = judgement.newMembers.filter(({ personId }) => personId === null)
  for (const member of judgement.newMembers) ids.set(member, member.personId ?? crypto.randomUUID())
  const keys = await createDataKeys(tx, fresh.length)
  const people = fresh.flatMap((member, at) => {
    const key = keys[at]
    const id = ids.get(member)
    return key && id ? [{ member, key, id }] : []
  })
  await inParts(people, (part) => {
    const rows = part.map(({ id, key, member: { name, birthYear, villageId } }) => ({
      ...{ id, dataKeyId: key.keyId, name, birthYear, regionId: villageId },
    }))
    return tx.$executeRaw`
      INSERT INTO "Person" (id, "dataKeyId", name, "birthYear", "regionId", "importId")
      SELECT id, "dataKeyId", name, "birthYear", "regionId", ${importId}::uuid
      FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS r(id uuid, "dataKeyId" uuid, name text, "birthYear" int, "regionId" uuid)`
  })
  await writeNumbers(tx, people)
  return ids
}

type NewPerson = { id: string; key: OpenKey; member: NewMember }

function writeNumbers(tx: Tx, people: readonly NewPerson[]): Promise<void> {
  return inParts(people, (part) => {
    const rows = part.flatMap(({ id, key, member: { idNumber } }) => {
      if (idNumber === null) return []
      const cipher = seal(key, idNumber, { table: 'PersonSecret', column: 'id_number', row: id })
      const blindIndex = secretIndex('id_number', idNumber)
      return [
        {
          id: crypto.randomUUID(),
          personId: id,
          keyId: key.keyId,
          cipher: asHex(cipher),
          print: asHex(blindIndex),
        },
      ]
    })
    return tx.$executeRaw`
      INSERT INTO "PersonSecret" (id, "personId", field, "keyId", cipher, "blindIndex")
      SELECT id, "personId", 'id_number', "keyId", decode(cipher, 'hex'), decode(print, 'hex')
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(id uuid, "personId" uuid, "keyId" uuid, cipher text, print text)`
  })
}

import type { Actor } from '~/modules/auth/actor'
import { secretIndex } from '~/modules/people/secret-index.server'
import { toDateColumn } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'
import { createDataKeys, seal } from '~/platform/secrets/envelope.server'
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
  await tx.householdMember.createMany({
    data: writing.judgement.newMembers.map((member) => ({
      personId: personIds.get(member) ?? '',
      householdId: householdIds.get(member.code) ?? '',
      relation: member.relation,
      validFrom: toDateColumn(member.since),
      evidence: writing.evidenceOf(member.row),
      importId: writing.importId,
    })),
  })
  return householdIds
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
  await tx.householdFacts.createMany({
    data: told.flatMap(({ by, row, facts }) => {
      if (!facts) return []
      const { mainCause, otherCauses, ...rest } = facts
      const causes = { mainCauseId: mainCause, otherCauseIds: otherCauses.toSorted() }
      return [{ ...by, ...rest, ...causes, document: evidenceOf(row) }]
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
  await tx.person.createMany({
    data: people.map(({ id, key, member }) => ({
      id,
      dataKeyId: key.keyId,
      name: member.name,
      birthYear: member.birthYear,
      regionId: member.villageId,
      importId,
    })),
  })
  await tx.personSecret.createMany({
    data: people.flatMap(({ id, key, member: { idNumber } }) =>
      idNumber === null
        ? []
        : [
            {
              personId: id,
              field: 'id_number' as const,
              keyId: key.keyId,
              cipher: seal(key, idNumber, { table: 'PersonSecret', column: 'id_number', row: id }),
              blindIndex: secretIndex('id_number', idNumber),
            },
          ],
    ),
  })
  return ids
}

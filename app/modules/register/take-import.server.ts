import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { secretIndex } from '~/modules/people/secret-index.server'
import { toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { createDataKeys, destroyDataKey, seal } from '~/platform/secrets/envelope.server'
import { type Judgement, judgeList, type NewMember } from './judge-list.server'
import { lockImport, openFile, requireRegion } from './open-draft.server'
import { readSheet } from './read-sheet.server'

/** One list at a time comes into the register, so that two never bring the same person. */
const registerLock = 710_008
/** milliseconds that the longest list may need */
const patience = 120_000

/**
 * Takes a list into the register, all of it or nothing: households, members (to be verified, like every membership, before income counts), their sealed numbers and statuses. The
 * list is judged anew under the lock; with a single fault nothing is done. Members who are there already stay as they are. Its file is destroyed.
 */
export function takeImport({ actor, importId }: { actor: Actor; importId: string }): Promise<void> {
  return inScope(
    actor,
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${registerLock}), set_config('idle_in_transaction_session_timeout', ${String(patience)}, true)`
      const found = await lockImport(tx, importId)
      const bytes = await openFile(tx, found)
      if (found.state !== 'draft' || !bytes) throw new Refusal('register.takenAlready', 409)
      if (!found.mapping) throw new Refusal('register.notMapped', 409)
      const sheet = await readSheet(bytes)
      const judgement = await judgeList(tx, { actor: requireRegion(actor), sheet, mapping: found.mapping })
      if (judgement.faults.length > 0)
        throw new Refusal('register.faultsNow', 409, { count: judgement.faults.length })
      if (judgement.newMembers.length === 0) throw new Refusal('register.nothingNew', 409)
      await writeList(tx, { actor, importId, source: found.fileName, judgement })
      await tx.householdImport.update({
        where: { id: importId },
        data: {
          state: 'taken',
          cipher: null,
          takenAt: await appNow(tx),
          householdCount: judgement.newHouseholds.length,
          memberCount: judgement.newMembers.length,
        },
        select: { id: true },
      })
      await destroyDataKey(tx, found.keyId)
      await recordAudit(tx, {
        actor,
        action: 'household_import.taken',
        subject: { type: 'HouseholdImport', id: importId },
        detail: { households: judgement.newHouseholds.length, members: judgement.newMembers.length },
      })
    },
    { timeout: patience },
  )
}

type Writing = { actor: Actor; importId: string; source: string; judgement: Judgement }

async function writeList(tx: Tx, writing: Writing): Promise<void> {
  const householdIds = await writeHouseholds(tx, writing)
  const personIds = await writePeople(tx, writing)
  await tx.householdMember.createMany({
    data: writing.judgement.newMembers.map((member) => ({
      personId: personIds.get(member) ?? '',
      householdId: householdIds.get(member.code) ?? '',
      relation: member.relation,
      validFrom: toDateColumn(member.since),
      evidence: evidenceOf(writing.source, member),
      importId: writing.importId,
    })),
  })
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
  const statusOf = new Map<string, NewMember>()
  for (const member of judgement.newMembers)
    if (member.termId !== null && !statusOf.has(member.code)) statusOf.set(member.code, member)
  await tx.householdStatus.createMany({
    data: fresh.flatMap(({ id, code }) => {
      const told = statusOf.get(code)
      if (!told?.termId) return []
      const { termId } = told
      return [
        {
          householdId: id,
          termId,
          validFrom: toDateColumn(told.since),
          source: evidenceOf(source, told),
          importId,
          enteredById: actor.userId,
        },
      ]
    }),
  })
  return ids
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

/** Names the list and the row in which it stands. */
function evidenceOf(source: string, { row }: NewMember): string {
  return `${source} · ${row}`
}

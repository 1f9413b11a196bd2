import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { readIdNumber } from './id-number'
import { judgeMembers } from './judge-members.server'
import { isNobody, type NewHousehold } from './new-household'
import { requireRegion } from './open-draft.server'
import type { ListMember, RowFault } from './read-rows'
import { lockRegister, writeList } from './write-list.server'

type Input = NewHousehold & {
  actor: Actor
  /** codes of the list poverty_cause */
  otherCauses: readonly string[]
}

/** A household of the coordinator's region that has the code, or one of the people, already. */
export type There = { householdId: string; code: string }

/** Its id, or why it cannot be registered: `row` counts the people of the form from 1. */
export type Registered = { householdId: string } | { faults: RowFault[]; there: There | null }

/**
 * Registers one household of the coordinator's region from a paper, by the rules by which a list is taken: its members wait to be verified before income counts. With a fault nothing is written. A code or number that is
 * registered in another region is named as taken and nothing more; one of her own region leads to the household that has it.
 */
export function registerHousehold({ actor, ...said }: Input): Promise<Registered> {
  return inScope(actor, async (tx) => {
    await lockRegister(tx)
    const today = dayOf(await appNow(tx))
    const { members, faults } = membersOf(said, today)
    const judging = { actor: requireRegion(actor), members, faults, today, mapping: null }
    const judgement = await judgeMembers(tx, judging)
    const there = await findThere(tx, said.code, judgement.faults)
    if (there?.code === said.code)
      judgement.faults.unshift({ row: 1, field: 'code', key: 'register.codeHere', params: {} })
    if (judgement.faults.length > 0) return { faults: judgement.faults, there }
    const { document: source } = said
    const ids = await writeList(tx, { actor, importId: null, source, evidenceOf: () => source, judgement })
    const householdId = ids.get(said.code) ?? ''
    await recordAudit(tx, {
      actor,
      action: 'household.registered',
      subject: { type: 'Household', id: householdId },
      detail: { members: judgement.newMembers.length },
    })
    return { householdId }
  })
}

/** The form's people as members of a list; what is said of the household stands in the first of them. */
function membersOf(said: Omit<Input, 'actor'>, today: Day): { members: ListMember[]; faults: RowFault[] } {
  const { code, village, town, since, statusSince } = said
  const faults: RowFault[] = []
  const complain = (row: number, field: RowFault['field'], key: RowFault['key'], params = {}) =>
    faults.push({ row, field, key, params })
  if (since > today) complain(1, 'since', 'household.futureDay')
  if (statusSince !== null && statusSince > today) complain(1, 'statusSince', 'household.futureDay')
  const { people, workers, mainCause, identifiedIn, liftedIn, cadreName, cadreOffice, cadrePhone } = said
  const numbers = { people, workers, identifiedIn, liftedIn }
  const facts = {
    ...numbers,
    mainCause,
    otherCauses: [...said.otherCauses],
    cadreName,
    cadreOffice,
    cadrePhone,
  }
  const seen = new Map<string, number>()
  const members = said.members.flatMap((member, at): ListMember[] => {
    if (isNobody(member)) return []
    const row = at + 1
    const id = member.idNumber === '' ? null : readIdNumber(member.idNumber)
    if (typeof id === 'string') throw new Error('an identity number that the form has let through')
    const same = id?.value ?? member.name
    const earlier = seen.get(same)
    if (earlier !== undefined) complain(row, id ? 'idNumber' : 'name', 'register.twice', { row: earlier })
    seen.set(same, row)
    const { name, relation } = member
    const where = {
      row,
      code,
      village,
      town,
      since,
      statusSince,
      statusPaper: '',
      status: said.status,
      facts,
    }
    return [{ ...where, name, relation, idNumber: id?.value ?? null, birthYear: id?.birthYear ?? null }]
  })
  return { members, faults }
}

async function findThere(tx: Tx, code: string, faults: readonly RowFault[]): Promise<There | null> {
  const other = faults.find(({ key }) => key === 'register.memberOfOther')?.params.code
  const codes = [code, ...(typeof other === 'string' ? [other] : [])]
  const found = await tx.household.findMany({
    where: { code: { in: codes } },
    select: { id: true, code: true },
  })
  const first = found.find((one) => one.code === code) ?? found[0]
  return first ? { householdId: first.id, code: first.code } : null
}

import type { Actor } from '~/modules/auth/actor'
import { secretIndex } from '~/modules/people/secret-index.server'
import type { Day } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'
import type { MessageKey, MessageParams } from '~/platform/i18n/translate'
import type { ListField, Mapping } from './columns'
import {
  findKin,
  findKnownHouseholds,
  findKnownNumbers,
  type Kin,
  type KnownHousehold,
  type KnownNumber,
} from './find-known.server'
import { addTold, contradictionIn, saidFacts, type Told } from './gather-told'
import { type CauseMatch, matchCauses } from './match-causes.server'
import { matchStatuses, type StatusMatch } from './match-statuses.server'
import { matchVillages, type VillageMatch } from './match-villages.server'
import { type ListMember, letterOf, type RowFault } from './read-rows'

export type NewMember = ListMember & {
  villageId: string
  /** somebody of the region whom the register knows already; null: a new person */
  personId: string | null
}

/** What a list would bring. `newHouseholds` are codes that the register does not know. */
export type Judgement = {
  newMembers: NewMember[]
  newHouseholds: string[]
  knownHouseholds: Map<string, KnownHousehold>
  /** by code: what would be written of a new household, and of a known one what the register does not say yet */
  told: Map<string, Told>
  /** members whom the register has in the same household already: nothing is done about them */
  knownCount: number
  /** by row */
  faults: RowFault[]
}

/** How many households and members a judgement would register, and how many households it would complete that are there already. */
export function countOf({ newHouseholds, newMembers, told }: Judgement) {
  const fresh = new Set(newHouseholds)
  return {
    households: newHouseholds.length,
    members: newMembers.length,
    completed: [...told.keys()].filter((code) => !fresh.has(code)).length,
  }
}

type Judging = {
  actor: Actor & { regionId: string }
  members: readonly ListMember[]
  /** what was found before the register was looked at; more is added */
  faults: RowFault[]
  today: Day
  /** null: they come from no sheet */
  mapping: Mapping | null
}

type Complain = (key: MessageKey, params: MessageParams, field: ListField) => void

/**
 * Holds members against the register, as it is now, and changes nothing. A household or a number that is registered where the coordinator may not look is named as taken and nothing more: the city has to be asked.
 * Nobody brings anything into her own household. What the register says of a household already stays as it is.
 */
export async function judgeMembers(
  tx: Tx,
  { actor, members, faults, today, mapping }: Judging,
): Promise<Judgement> {
  const ground = await findGround(tx, { actor, members, today })
  const judgement: Judgement = {
    newMembers: [],
    newHouseholds: [],
    knownHouseholds: new Map(),
    told: new Map(),
    knownCount: 0,
    faults,
  }
  const places = new Map<string, Place>()
  for (const member of members) {
    const complain: Complain = (key, params, field) => {
      faults.push({ row: member.row, field, key, params })
    }
    const villageId = findVillage(ground, member, complain)
    const said = findSaid(ground, member, complain)
    if (!villageId || !said) continue
    const household = ground.codes.get(member.code)
    if (household === 'elsewhere') {
      complain('register.householdElsewhere', {}, 'code')
      continue
    }
    const place = places.get(member.code) ?? { villageId: household?.regionId ?? villageId, row: member.row }
    if (place.villageId !== villageId) {
      const key = household ? 'register.otherVillageThanRegister' : 'register.otherVillageThanRow'
      complain(key, { row: place.row }, 'village')
      continue
    }
    const person = findPerson(ground, { member, household }, complain)
    if (!person) continue
    const further = leftOpen(said, household)
    const isHers = Boolean(household && ground.kin.householdIds.has(household.id)) || person.isKin
    if (isHers && (further || !person.isThere)) {
      complain('household.ownKin', {}, person.isKin ? 'idNumber' : 'code')
      continue
    }
    places.set(member.code, place)
    if (household) judgement.knownHouseholds.set(member.code, household)
    tell(judgement.told, { code: member.code, further, mapping }, complain)
    if (person.isThere) judgement.knownCount += 1
    else judgement.newMembers.push({ ...member, villageId, personId: person.id })
  }
  judgement.newHouseholds = [
    ...new Set(judgement.newMembers.map(({ code }) => code).filter((code) => !ground.codes.has(code))),
  ]
  for (const told of judgement.told.values()) {
    const found = contradictionIn(told, today)
    if (found) faults.push({ row: told.row, field: found.field, key: found.key, params: {} })
  }
  faults.sort((a, b) => a.row - b.row)
  return judgement
}

type Place = { villageId: string; row: number }

type Ground = {
  villageOf: VillageMatch
  statusOf: StatusMatch
  causes: CauseMatch
  codes: Map<string, KnownHousehold | 'elsewhere'>
  numbers: Map<string, KnownNumber | 'elsewhere'>
  kin: Kin
}

async function findGround(
  tx: Tx,
  { actor, members, today }: Pick<Judging, 'actor' | 'members' | 'today'>,
): Promise<Ground> {
  const codes = await findKnownHouseholds(tx, [...new Set(members.map(({ code }) => code))])
  const numbers = await findKnownNumbers(
    tx,
    members.map(({ idNumber }) => idNumber).filter((number) => number !== null),
  )
  return {
    villageOf: await matchVillages(tx, actor.regionId),
    statusOf: await matchStatuses(tx),
    causes: await matchCauses(tx, today),
    codes,
    numbers,
    kin: await findKin(tx, { actor, households: [...codes.values()], people: [...numbers.values()] }),
  }
}

function findVillage({ villageOf }: Ground, { village, town }: ListMember, complain: Complain) {
  const found = villageOf(village, town)
  if (found === 'none') complain('register.villageNone', { name: village }, 'village')
  if (found === 'several') complain('register.villageSeveral', { name: village }, 'village')
  return typeof found === 'string' ? null : found.id
}

/** What a row says of its household, in the terms of the code tables; null where a word is none of them. */
function findSaid({ statusOf, causes }: Ground, member: ListMember, complain: Complain): Told | null {
  const { row, status, statusSince, since, statusPaper, facts } = member
  const from = statusSince ?? since
  const term = status === '' ? null : statusOf(status, from)
  if (status !== '' && !term) complain('register.statusNone', { name: status }, 'status')
  const causeOf = (words: string, field: ListField) => {
    const found = causes.causeOf(words)
    if (!found) complain('register.causeNone', { words, allowed: causes.allowed }, field)
    return found?.id ?? null
  }
  const mainCause = facts.mainCause === null ? null : causeOf(facts.mainCause, 'mainCause')
  const others = facts.otherCauses.map((words) => causeOf(words, 'otherCauses'))
  const isUnknown =
    (status !== '' && !term) || (facts.mainCause !== null && mainCause === null) || others.includes(null)
  if (isUnknown) return null
  const otherCauses = [...new Set(others.filter((id) => id !== null).filter((id) => id !== mainCause))]
  return {
    row,
    status: term && { termId: term.id, since: from, dated: statusSince, paper: statusPaper || null },
    facts: saidFacts({ ...facts, mainCause, otherCauses }),
  }
}

type Person = { id: string | null; isThere: boolean; isKin: boolean }

/** Who a row is: somebody new, somebody whom the register knows and who may join, or whom it has in this household already; null where she cannot be in it. */
function findPerson(
  { numbers, kin }: Ground,
  { member, household }: { member: ListMember; household: KnownHousehold | undefined },
  complain: Complain,
): Person | null {
  const { idNumber, name, code, since } = member
  const known = idNumber ? numbers.get(hex(idNumber)) : undefined
  if (known === 'elsewhere') {
    complain('register.numberElsewhere', {}, 'idNumber')
    return null
  }
  if (!known) {
    const isThere = !idNumber && household?.names.includes(name) === true
    return { id: null, isThere, isKin: false }
  }
  const { personId, householdCode, freeFrom } = known
  if (householdCode && householdCode !== code) {
    complain('register.memberOfOther', { code: householdCode }, 'idNumber')
    return null
  }
  if (!householdCode && freeFrom && since < freeFrom) {
    complain('register.earlierMembership', { day: freeFrom }, 'since')
    return null
  }
  return { id: personId, isThere: householdCode !== null, isKin: kin.personIds.has(personId) }
}

/** What of a row's words the register leaves open; null when it says all of it. */
function leftOpen({ row, status, facts }: Told, household: KnownHousehold | undefined): Told | null {
  const open = {
    row,
    status: household?.hasStatus ? null : status,
    facts: household?.hasFacts ? null : facts,
  }
  return open.status || open.facts ? open : null
}

function tell(
  told: Map<string, Told>,
  { code, further, mapping }: { code: string; further: Told | null; mapping: Mapping | null },
  complain: Complain,
): void {
  if (!further) return
  const before = told.get(code)
  if (!before) {
    told.set(code, further)
    return
  }
  const differs = (field: ListField) => {
    const column = letterOf(mapping?.[field] ?? 1)
    complain('register.saidElse', { column, row: before.row }, field)
  }
  told.set(code, addTold(before, further, differs))
}

function hex(idNumber: string): string {
  return Buffer.from(secretIndex('id_number', idNumber)).toString('hex')
}

import type { Actor } from '~/modules/auth/actor'
import { secretIndex } from '~/modules/people/secret-index.server'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { findKnownHouseholds, findKnownNumbers, type KnownHousehold } from './find-known.server'
import { matchStatuses } from './match-statuses.server'
import { matchVillages } from './match-villages.server'
import { type ListMember, type RowFault, readRows } from './read-rows'
import type { Sheet } from './read-sheet.server'
import type { StoredMapping } from './schema'

export type NewMember = ListMember & {
  villageId: string
  termId: string | null
  /** somebody of the region whom the register knows already; null: a new person */
  personId: string | null
}

/** What a list would bring. `newHouseholds` are codes that the register does not know. */
export type Judgement = {
  newMembers: NewMember[]
  newHouseholds: string[]
  knownHouseholds: Map<string, KnownHousehold>
  /** members whom the register has in the same household already: nothing is done about them */
  knownCount: number
  /** by row */
  faults: RowFault[]
}

/**
 * Holds a list against the register, as it is now, and changes nothing: what would come in, what is there already, and every row that cannot be. A household or a number that is
 * registered where the coordinator may not look is named as taken and nothing more: the city has to be asked.
 */
export async function judgeList(
  tx: Tx,
  { actor, sheet, mapping }: { actor: Actor & { regionId: string }; sheet: Sheet; mapping: StoredMapping },
): Promise<Judgement> {
  const today = dayOf(await appNow(tx))
  const { members, faults } = readRows(sheet.rows, {
    mapping: mapping.columns,
    listDay: mapping.listDay,
    today,
  })
  const villageOf = await matchVillages(tx, actor.regionId)
  const statusOf = await matchStatuses(tx)
  const codes = await findKnownHouseholds(tx, [...new Set(members.map(({ code }) => code))])
  const numbers = await findKnownNumbers(
    tx,
    members.map(({ idNumber }) => idNumber).filter((number) => number !== null),
  )
  const places = new Map<string, { villageId: string; row: number }>()
  const judgement: Judgement = {
    newMembers: [],
    newHouseholds: [],
    knownHouseholds: new Map(),
    knownCount: 0,
    faults,
  }
  for (const member of members) {
    const complain = (key: RowFault['key'], params: RowFault['params'] = {}) => {
      faults.push({ row: member.row, key, params })
    }
    const village = villageOf(member.village, member.town)
    if (village === 'none') complain('register.villageNone', { name: member.village })
    else if (village === 'several') complain('register.villageSeveral', { name: member.village })
    const term = member.status === '' ? { id: null } : statusOf(member.status, member.since)
    if (!term) complain('register.statusNone', { name: member.status })
    if (typeof village === 'string' || !term) continue

    const household = codes.get(member.code)
    if (household === 'elsewhere') {
      complain('register.householdElsewhere')
      continue
    }
    const place = places.get(member.code) ?? { villageId: household?.regionId ?? village.id, row: member.row }
    if (place.villageId !== village.id) {
      complain(household ? 'register.otherVillageThanRegister' : 'register.otherVillageThanRow', {
        row: place.row,
      })
      continue
    }
    const known = member.idNumber ? numbers.get(hex(member.idNumber)) : undefined
    if (known === 'elsewhere') {
      complain('register.numberElsewhere')
      continue
    }
    if (known?.householdCode && known.householdCode !== member.code) {
      complain('register.memberOfOther', { code: known.householdCode })
      continue
    }
    if (known && !known.householdCode && known.freeFrom && member.since < known.freeFrom) {
      complain('register.earlierMembership', { day: known.freeFrom })
      continue
    }
    const isThere = known?.householdCode || (!member.idNumber && household?.names.includes(member.name))
    places.set(member.code, place)
    if (household) judgement.knownHouseholds.set(member.code, household)
    if (isThere) {
      judgement.knownCount += 1
      continue
    }
    const newMember = { ...member, villageId: village.id, termId: term.id, personId: known?.personId ?? null }
    judgement.newMembers.push(newMember)
  }
  judgement.newHouseholds = [
    ...new Set(judgement.newMembers.map(({ code }) => code).filter((code) => !codes.has(code))),
  ]
  faults.sort((a, b) => a.row - b.row)
  return judgement
}

function hex(idNumber: string): string {
  return Buffer.from(secretIndex('id_number', idNumber)).toString('hex')
}

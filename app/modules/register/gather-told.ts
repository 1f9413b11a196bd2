import { type Contradiction, findContradiction } from '~/modules/households/contradictions'
import type { Day } from '~/platform/calendar'
import type { FactField, ListField } from './columns'
import type { ListFacts } from './list-facts'

/** What the register says of a household: as a row says it, with causes by the ids of their terms. */
export type ToldFacts = ListFacts

/** What a row, then all rows of a household, say of it. */
export type Told = {
  /** the row that said it first */
  row: number
  /** `dated`: the day as the list itself gives it */
  status: { termId: string; since: Day; dated: Day | null; paper: string | null } | null
  /** null: they say nothing */
  facts: ToldFacts | null
}

/** What a further row of a household adds to what earlier ones said: what they left open. `differs` hears of each field in which it says something else. */
export function addTold(before: Told, row: Told, differs: (field: ListField) => void): Told {
  return {
    row: before.row,
    status: addStatus(before.status, row.status, differs),
    facts: addFacts(before.facts, row.facts, differs),
  }
}

function addStatus(
  before: Told['status'],
  row: Told['status'],
  differs: (field: ListField) => void,
): Told['status'] {
  if (before && row && before.termId !== row.termId) differs('status')
  if (before?.dated && row?.dated && before.dated !== row.dated) differs('statusSince')
  return before ?? row
}

const singles = [
  'people',
  'workers',
  'mainCause',
  'identifiedIn',
  'liftedIn',
  'cadreName',
  'cadreOffice',
  'cadrePhone',
] as const satisfies readonly FactField[]

function addFacts(
  before: ToldFacts | null,
  row: ToldFacts | null,
  differs: (field: ListField) => void,
): ToldFacts | null {
  if (!before || !row) return before ?? row
  for (const field of singles)
    if (before[field] !== null && row[field] !== null && before[field] !== row[field]) differs(field)
  const [one, other] = [before.otherCauses, row.otherCauses].map((causes) => causes.toSorted().join())
  if (one !== '' && other !== '' && one !== other) differs('otherCauses')
  return {
    people: before.people ?? row.people,
    workers: before.workers ?? row.workers,
    mainCause: before.mainCause ?? row.mainCause,
    otherCauses: before.otherCauses.length > 0 ? before.otherCauses : row.otherCauses,
    identifiedIn: before.identifiedIn ?? row.identifiedIn,
    liftedIn: before.liftedIn ?? row.liftedIn,
    cadreName: before.cadreName ?? row.cadreName,
    cadreOffice: before.cadreOffice ?? row.cadreOffice,
    cadrePhone: before.cadrePhone ?? row.cadrePhone,
  }
}

/** Null where facts leave everything open. */
export function saidFacts(facts: ToldFacts): ToldFacts | null {
  return facts.otherCauses.length > 0 || singles.some((field) => facts[field] !== null) ? facts : null
}

/** What a household's facts say against one another. */
export function contradictionIn({ facts }: Told, today: Day): Contradiction | null {
  return facts && findContradiction(facts, today)
}

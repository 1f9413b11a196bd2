import { findTerms, formerNames, wordsSelect } from '~/modules/codes/find-terms.server'
import { isValidOn, type Words, wordsOn } from '~/modules/codes/terms'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { type Day, dayOf } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'
import { maskCadrePhone, readCadrePhone } from './cadre-phone.server'

export type Cause = Words & { code: string }

/** What a paper of the register says of a household; null is not said, or not so. */
export type FactsView = {
  id: string
  /** a list said it: what is null it may just have left open */
  isFromList: boolean
  people: number | null
  workers: number | null
  /** in the words of the day on which it was entered */
  mainCause: Cause | null
  otherCauses: Cause[]
  identifiedIn: number | null
  liftedIn: number | null
  cadreName: string | null
  cadreOffice: string | null
  /** ****0102; null where none is on record */
  maskedCadrePhone: string | null
  document: string
  enteredOn: Day
  enteredBy: string | null
}

/** Newest first: what is in force, then what was entered before; and the causes that may be named today. */
export type HouseholdFacts = { entries: FactsView[]; causes: Cause[] }

const mostShown = 20

/** What the register says of a household, twenty entries at most, the cadre's number masked. Only what lies in the caller's scope. */
export async function findFacts(
  tx: Tx,
  { householdId, today }: { householdId: string; today: Day },
): Promise<HouseholdFacts> {
  const rows = await tx.householdFacts.findMany({
    where: { householdId },
    orderBy: [{ enteredAt: 'desc' }, { id: 'desc' }],
    take: mostShown,
  })
  const said = await tx.codeTerm.findMany({
    where: {
      id: { in: rows.flatMap(({ mainCauseId, otherCauseIds }) => [mainCauseId ?? [], otherCauseIds].flat()) },
    },
    select: { ...wordsSelect, id: true, code: true },
  })
  const names = await findStaffNames(
    tx,
    rows.map(({ enteredById }) => enteredById),
  )
  const causesOf = (ids: readonly string[], day: Day) =>
    said
      .filter(({ id }) => ids.includes(id))
      .map((term) => ({ code: term.code, ...wordsOn({ ...term, names: formerNames(term.names) }, day) }))
  const phones = new Map<string, string>()
  for (const row of rows) {
    const phone = await readCadrePhone(tx, row)
    if (phone !== null) phones.set(row.id, maskCadrePhone(phone))
  }
  return {
    entries: rows.map(({ mainCauseId, otherCauseIds, enteredById, enteredAt, importId, ...row }) => ({
      id: row.id,
      isFromList: importId !== null,
      people: row.people,
      workers: row.workers,
      mainCause: causesOf(mainCauseId ? [mainCauseId] : [], dayOf(enteredAt))[0] ?? null,
      otherCauses: causesOf(otherCauseIds, dayOf(enteredAt)),
      identifiedIn: row.identifiedIn,
      liftedIn: row.liftedIn,
      cadreName: row.cadreName,
      cadreOffice: row.cadreOffice,
      maskedCadrePhone: phones.get(row.id) ?? null,
      document: row.document,
      enteredOn: dayOf(enteredAt),
      enteredBy: names.get(enteredById) ?? null,
    })),
    causes: (await findTerms(tx, 'poverty_cause'))
      .filter((term) => isValidOn(term, today))
      .map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn })),
  }
}

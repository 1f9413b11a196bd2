import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findTerms, formerNames, wordsSelect } from '~/modules/codes/find-terms.server'
import { isValidOn, wordsOn } from '~/modules/codes/terms'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { findPlaceNames, type PlaceName } from '~/modules/regions/find-place-names.server'
import { addDays, type Day, dayOf, fromDateColumn, monthStart, nextMonthStart } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { findFacts, type HouseholdFacts } from './find-facts.server'
import { findHouseholdIncome, type HouseholdIncome } from './find-household-income.server'
import { findHouseholdMembers, type MemberView } from './find-household-members.server'
import { findLinks, type LinkView } from './find-links.server'

export type StatusView = {
  id: string
  nameZh: string
  nameEn: string
  from: Day
  to: Day | null
  source: string
  /** who entered it; null where nobody was asked */
  enteredBy: string | null
}

/** A status that a household may be given today. */
type StatusChoice = { code: string; nameZh: string; nameEn: string }

export type HouseholdPage = {
  id: string
  code: string
  place: PlaceName
  sourceDocument: string
  members: MemberView[]
  facts: HouseholdFacts
  /** newest first, each in the words of its time */
  statuses: StatusView[]
  statusChoices: StatusChoice[]
  links: LinkView[]
  today: Day
  /** first day of the month shown */
  month: Day
  /** YYYY-MM; next is null when the month shown is the present one */
  previousMonth: string
  nextMonth: string | null
  income: HouseholdIncome
}

type GetInput = {
  actor: Actor
  householdId: string
  /** YYYY-MM; null is the present month */
  month: string | null
}

/**
 * A household of the coordinator's region with its members, dated statuses, links and one month's income. The database's walls decide what she sees: a
 * household of another region is a 404. Writes into the audit that she opened it and which month she saw: the one thing that this reading changes.
 */
export function getHousehold({ actor, householdId, month }: GetInput): Promise<HouseholdPage> {
  return inScope(actor, async (tx) => {
    const household = await tx.household.findUnique({
      where: { id: householdId },
      select: { id: true, code: true, regionId: true, sourceDocument: true },
    })
    if (!household) throw notFound()
    const today = dayOf(await appNow(tx))
    const present = monthStart(today)
    const shown = month === null || `${month}-01` > present ? present : `${month}-01`
    const members = await findHouseholdMembers(tx, householdId)
    const places = await findPlaceNames(tx, [household.regionId])
    const page: HouseholdPage = {
      id: household.id,
      code: household.code,
      sourceDocument: household.sourceDocument,
      place: places.get(household.regionId) ?? { zh: '', en: '' },
      members,
      facts: await findFacts(tx, { householdId, today }),
      statuses: await findStatuses(tx, householdId),
      statusChoices: (await findTerms(tx, 'household_status'))
        .filter((term) => isValidOn(term, today))
        .map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn })),
      links: await findLinks(
        tx,
        members.map(({ personId }) => personId),
      ),
      today,
      month: shown,
      previousMonth: addDays(shown, -1).slice(0, 7),
      nextMonth: shown === present ? null : nextMonthStart(shown).slice(0, 7),
      income: await findHouseholdIncome(tx, { householdId, monthDay: shown }),
    }
    await recordAudit(tx, {
      actor,
      action: 'household.opened',
      subject: { type: 'Household', id: householdId },
      detail: { month: shown.slice(0, 7) },
    })
    return page
  })
}

async function findStatuses(tx: Tx, householdId: string): Promise<StatusView[]> {
  const rows = await tx.householdStatus.findMany({
    where: { householdId },
    orderBy: { validFrom: 'desc' },
    take: 50,
    select: {
      id: true,
      validFrom: true,
      validTo: true,
      source: true,
      enteredById: true,
      term: { select: wordsSelect },
    },
  })
  const names = await findStaffNames(
    tx,
    rows.map(({ enteredById }) => enteredById),
  )
  return rows.map(({ id, validFrom, validTo, source, enteredById, term }) => ({
    id,
    source,
    enteredBy: names.get(enteredById ?? '') ?? null,
    ...wordsOn({ ...term, names: formerNames(term.names) }, fromDateColumn(validFrom)),
    from: fromDateColumn(validFrom),
    to: validTo && fromDateColumn(validTo),
  }))
}

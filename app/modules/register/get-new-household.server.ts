import type { Actor } from '~/modules/auth/actor'
import { findTerms } from '~/modules/codes/find-terms.server'
import { isValidOn, type Words } from '~/modules/codes/terms'
import { type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { requireRegion } from './open-draft.server'

type Choice = Words & { code: string }

/** What the form for a new household offers. */
export type NewHouseholdPage = {
  today: Day
  statuses: Choice[]
  causes: Choice[]
  /** names of the coordinator's region, offered while she types */
  towns: string[]
  villages: string[]
}

/** Terms that may be named today, and the towns and villages of the coordinator's region. */
export function getNewHousehold({ actor }: { actor: Actor }): Promise<NewHouseholdPage> {
  const { regionId } = requireRegion(actor)
  return inScope(actor, async (tx) => {
    const today = dayOf(await appNow(tx))
    const places = await tx.region.findMany({
      where: { level: { in: ['town', 'village'] }, ancestorIds: { has: regionId }, validTo: null },
      select: { level: true, nameZh: true },
      orderBy: { code: 'asc' },
    })
    const namesOf = (level: string) => [
      ...new Set(places.flatMap((place) => (place.level === level ? [place.nameZh] : []))),
    ]
    const choicesOf = async (list: 'household_status' | 'poverty_cause') =>
      (await findTerms(tx, list))
        .filter((term) => isValidOn(term, today))
        .map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn }))
    return {
      today,
      statuses: await choicesOf('household_status'),
      causes: await choicesOf('poverty_cause'),
      towns: namesOf('town'),
      villages: namesOf('village'),
    }
  })
}

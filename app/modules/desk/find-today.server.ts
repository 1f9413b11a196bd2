import type { Actor } from '~/modules/auth/actor'
import { allows } from '~/modules/auth/permissions'
import { countReviews } from '~/modules/catalog/count-reviews.server'
import { countDictations } from '~/modules/catalog/find-dictations.server'
import { findReviewQueue, type QueuedListing } from '~/modules/catalog/find-review-queue.server'
import { countFlags } from '~/modules/flags/find-flags.server'
import { countUnverified } from '~/modules/households/count-unverified.server'
import { countLateParcels } from '~/modules/orders/find-late-parcels.server'
import { countReports } from '~/modules/reports/find-reports.server'
import { type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import type { Locale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { findTodayPeople, type TodayPeople } from './find-today-people.server'
import { rowKinds } from './rows/row-kinds.server'
import type { TodayRow } from './rows/today-row'

/** What waits in a coordinator's region. The lists are cut where the table would become a wall; the counts are whole. */
export type RegionWork = {
  lateCount: number
  reviews: QueuedListing[]
  reviewCount: number
  unverifiedCount: number
  /** sales between kin, and reports from outside, that nobody has decided about */
  flagCount: number
  reportCount: number
  /** what makers said, and nobody has typed up */
  dictationCount: number
  people: TodayPeople
}

/** Today at her desk: every row of the kinds that her roles may do, and what is counted of her region, if she has one. */
export type Today = { day: Day; rows: TodayRow[]; region: RegionWork | null }

/** Null for somebody with neither a region nor the money: she begins elsewhere. */
export async function findToday({
  actors,
  locale,
}: {
  actors: readonly Actor[]
  locale: Locale
}): Promise<Today | null> {
  const coordinator = actors.find(({ role, regionId }) => role === 'coordinator' && regionId !== null)
  if (!coordinator && !actors.some(({ role }) => allows(role, 'payout:read'))) return null
  const now = await appNow()
  const t = translator(locale)
  const found = await Promise.all(
    rowKinds.map(async (kind) => {
      const actor = actors.find(({ role }) => allows(role, kind.needs))
      return actor ? kind.find({ actor, locale, t, now }) : []
    }),
  )
  const region = coordinator && (await findRegionWork(coordinator, locale))
  return { day: dayOf(now), rows: found.flat(), region: region ?? null }
}

async function findRegionWork(actor: Actor, locale: Locale): Promise<RegionWork> {
  const [lateCount, queue, reviewCount, unverifiedCount, flagCount, reportCount, dictationCount, people] =
    await Promise.all([
      countLateParcels({ actor }),
      findReviewQueue({ actor, locale }),
      countReviews({ actor }),
      countUnverified({ actor }),
      countFlags({ actor }),
      countReports({ actor }),
      countDictations({ actor }),
      findTodayPeople({ actor }),
    ])
  return {
    lateCount,
    reviews: queue.listings,
    reviewCount,
    unverifiedCount,
    flagCount,
    reportCount,
    dictationCount,
    people,
  }
}

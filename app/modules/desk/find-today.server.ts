import type { Actor } from '~/modules/auth/actor'
import { countReviews } from '~/modules/catalog/count-reviews.server'
import { countDictations } from '~/modules/catalog/find-dictations.server'
import { findReviewQueue, type QueuedListing } from '~/modules/catalog/find-review-queue.server'
import { countFlags } from '~/modules/flags/find-flags.server'
import { countUnverified } from '~/modules/households/count-unverified.server'
import { findUnverified, type UnverifiedOwner } from '~/modules/households/find-unverified.server'
import { findLateParcels, type LateParcel } from '~/modules/orders/find-late-parcels.server'
import { countReports } from '~/modules/reports/find-reports.server'
import { type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import type { Locale } from '~/platform/i18n/locale'
import { findTodayPeople, type TodayPeople } from './find-today-people.server'

/** What waits in her region. The lists are cut where the table would become a wall; the counts are whole. */
export type TodayWork = {
  late: LateParcel[]
  reviews: QueuedListing[]
  reviewCount: number
  unverified: UnverifiedOwner[]
  unverifiedCount: number
  /** sales between kin, and reports from outside, that nobody has decided about */
  flagCount: number
  reportCount: number
  /** what makers said, and nobody has typed up */
  dictationCount: number
  people: TodayPeople
}

const mostUnverified = 10

/** Today at the desk of a coordinator; null for someone whose duties have no region. */
export async function findToday({
  actors,
  locale,
}: {
  actors: readonly Actor[]
  locale: Locale
}): Promise<{ day: Day; work: TodayWork } | null> {
  const actor = actors.find(({ role, regionId }) => role === 'coordinator' && regionId !== null)
  if (!actor) return null
  const day = dayOf(await appNow())
  const [
    late,
    queue,
    reviewCount,
    unverified,
    unverifiedCount,
    flagCount,
    reportCount,
    dictationCount,
    people,
  ] =
    await Promise.all([
      findLateParcels({ actor }),
      findReviewQueue({ actor, locale }),
      countReviews({ actor }),
      findUnverified({ actor }),
      countUnverified({ actor }),
      countFlags({ actor }),
      countReports({ actor }),
      countDictations({ actor }),
      findTodayPeople({ actor }),
    ])
  return {
    day,
    work: {
      late,
      reviews: queue.listings,
      reviewCount,
      unverified: unverified.slice(0, mostUnverified),
      unverifiedCount,
      flagCount,
      reportCount,
      dictationCount,
      people,
    },
  }
}

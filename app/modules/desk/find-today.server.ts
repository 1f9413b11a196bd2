import type { Actor } from '~/modules/auth/actor'
import { allows } from '~/modules/auth/permissions'
import { countReviews } from '~/modules/catalog/count-reviews.server'
import { countDictations } from '~/modules/catalog/find-dictations.server'
import { findReviewQueue, type QueuedListing } from '~/modules/catalog/find-review-queue.server'
import { partOf, perPage } from '~/modules/claims/queue-page'
import { countFlags } from '~/modules/flags/find-flags.server'
import { countUnverified } from '~/modules/households/count-unverified.server'
import { countLateParcels } from '~/modules/orders/find-late-parcels.server'
import { countUnconfirmed } from '~/modules/records/find-unconfirmed.server'
import { countReports } from '~/modules/reports/find-reports.server'
import { type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import type { Locale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { findTodayPeople, type TodayPeople } from './find-today-people.server'
import { rowKinds } from './rows/row-kinds.server'
import { mostOfAKind, type TodayRow } from './rows/today-row'

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

/**
 * Today at her desk: every row of the kinds that her roles may do, and what is counted of her region, if she has one. What has no place of its own goes on on the following pages; `isCut` says that
 * something waits which this page does not list.
 */
export type Today = {
  day: Day
  rows: TodayRow[]
  region: RegionWork | null
  page: number
  pages: number
  isCut: boolean
}

/** Null for somebody with neither a region nor the money: she begins elsewhere. */
export async function findToday({
  actors,
  locale,
  page: wanted = 1,
}: {
  actors: readonly Actor[]
  locale: Locale
  page?: number
}): Promise<Today | null> {
  const coordinator = actors.find(({ role, regionId }) => role === 'coordinator' && regionId !== null)
  if (!coordinator && !actors.some(({ role }) => allows(role, 'payout:read'))) return null
  const now = await appNow()
  const t = translator(locale)
  const kinds = rowKinds.flatMap((kind) => {
    const actor = actors.find(({ role }) => allows(role, kind.needs))
    return actor ? [{ ...kind, actor }] : []
  })
  const counts = await Promise.all([
    ...kinds.map(async ({ count, actor }) => (count ? count({ actor }) : 0)),
    coordinator ? countUnconfirmed({ actor: coordinator }) : 0,
  ])
  const longest = Math.max(...counts)
  const { page } = partOf(longest, wanted)
  const found = await Promise.all(
    kinds.map(async ({ actor, find, count }) =>
      page === 1 || count ? find({ actor, locale, t, now, page }) : [],
    ),
  )
  const region = coordinator && (await findRegionWork(coordinator, locale, page))
  return {
    day: dayOf(now),
    rows: found.flat(),
    region: region ?? null,
    page,
    pages: Math.max(1, Math.ceil(longest / perPage)),
    isCut:
      longest > perPage ||
      kinds.some(({ count }, at) => !count && (found[at]?.length ?? 0) >= mostOfAKind) ||
      (region ? isCutOff(region) : false),
  }
}

/** Whether more wait to be read or looked at than its lists hold. */
function isCutOff({ reviews, reviewCount, people }: RegionWork): boolean {
  const { applications, verifications, corrections } = people
  return (
    reviewCount > reviews.length ||
    people.applicationCount > applications.length ||
    people.verificationCount > verifications.length ||
    people.correctionCount > corrections.length
  )
}

async function findRegionWork(actor: Actor, locale: Locale, page: number): Promise<RegionWork> {
  const [lateCount, queue, reviewCount, unverifiedCount, flagCount, reportCount, dictationCount, people] =
    await Promise.all([
      countLateParcels({ actor }),
      findReviewQueue({ actor, locale }),
      countReviews({ actor }),
      countUnverified({ actor }),
      countFlags({ actor }),
      countReports({ actor }),
      countDictations({ actor }),
      findTodayPeople({ actor, page }),
    ])
  return {
    lateCount,
    reviews: page === 1 ? queue.listings : [],
    reviewCount,
    unverifiedCount,
    flagCount,
    reportCount,
    dictationCount,
    people,
  }
}

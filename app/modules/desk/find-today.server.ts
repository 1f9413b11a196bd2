import type { Actor } from '~/modules/auth/actor'
import { allows } from '~/modules/auth/permissions'
import { countReviews } from '~/modules/catalog/count-reviews.server'
import { countDictations } from '~/modules/catalog/find-dictations.server'
import { findReviewQueue, type QueuedListing } from '~/modules/catalog/find-review-queue.server'
import { partOf, perPage } from '~/modules/claims/queue-page'
import { countFlags } from '~/modules/flags/find-flags.server'
import { countUnverified } from '~/modules/households/count-unverified.server'
import { countUnconfirmed } from '~/modules/records/find-unconfirmed.server'
import { countReports } from '~/modules/reports/find-reports.server'
import { type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inOneLook } from '~/platform/db/one-look.server'
import type { Locale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { findTodayPeople, type TodayPeople } from './find-today-people.server'
import { lateParcels } from './rows/late-parcels.server'
import { rowKinds } from './rows/row-kinds.server'
import { mostOfAKind, type RowKind, type TodayRow } from './rows/today-row'
import { withClaims } from './rows/with-claims.server'

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
export function findToday(wanted: TodayWanted): Promise<Today | null> {
  return inOneLook(() => readToday(wanted), wanted.of)
}

type TodayWanted = {
  actors: readonly Actor[]
  locale: Locale
  page?: number
  /** the request of which it is a part */
  of?: object
}

async function readToday({ actors, locale, page: wanted = 1 }: TodayWanted): Promise<Today | null> {
  const coordinator = actors.find(({ role, regionId }) => role === 'coordinator' && regionId !== null)
  if (!coordinator && !actors.some(({ role }) => allows(role, 'payout:read'))) return null
  const now = await appNow()
  const t = translator(locale)
  const kinds = rowKinds.flatMap((kind) => {
    const actor = actors.find(({ role }) => allows(role, kind.needs))
    return actor ? [{ kind, actor }] : []
  })
  const [consentCount, ...counts] = await Promise.all([
    coordinator ? countUnconfirmed({ actor: coordinator }) : 0,
    ...kinds.map(async ({ kind, actor }) => kind.count?.({ actor }) ?? 0),
  ])
  const longest = Math.max(consentCount, ...counts)
  const { page } = partOf(longest, wanted)
  const found = await Promise.all(
    kinds.map(async ({ kind, actor }, at) => ({
      kind,
      actor,
      rows: (await isRead({ kind, actor }, counts[at], page))
        ? await kind.find({ actor, locale, t, now, page })
        : [],
    })),
  )
  const lateCount = counts[kinds.findIndex(({ kind }) => kind === lateParcels)] ?? 0
  const region = coordinator && {
    ...(await findRegionWork(coordinator, { locale, page, consentCount })),
    lateCount,
  }
  return {
    day: dayOf(now),
    rows: await withClaims(found),
    region: region ?? null,
    page,
    pages: Math.max(1, Math.ceil(longest / perPage)),
    isCut:
      longest > perPage ||
      found.some(({ kind, rows }) => !kind.count && rows.length >= mostOfAKind) ||
      (region ? isCutOff(region) : false),
  }
}

/** What has a place of its own stands on the first page; of what has none nothing is read where nothing waits. */
async function isRead(
  { kind: { count, waits }, actor }: { kind: RowKind; actor: Actor },
  counted: number | undefined,
  page: number,
): Promise<boolean> {
  if (count) return counted !== 0
  return page === 1 && (!waits || (await waits({ actor })) > 0)
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

type RegionInput = { locale: Locale; page: number; consentCount: number }

async function findRegionWork(
  actor: Actor,
  { locale, page, consentCount }: RegionInput,
): Promise<Omit<RegionWork, 'lateCount'>> {
  const [queue, reviewCount, unverifiedCount, flagCount, reportCount, dictationCount, people] =
    await Promise.all([
      findReviewQueue({ actor, locale }),
      countReviews({ actor }),
      countUnverified({ actor }),
      countFlags({ actor }),
      countReports({ actor }),
      countDictations({ actor }),
      findTodayPeople({ actor, page, consentCount }),
    ])
  return {
    reviews: page === 1 ? queue.listings : [],
    reviewCount,
    unverifiedCount,
    flagCount,
    reportCount,
    dictationCount,
    people,
  }
}

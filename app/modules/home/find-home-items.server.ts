import { findStaffName } from '~/modules/catalog/find-staff-name.server'
import { speaks } from '~/modules/sellers/find-speaking-makers.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { formatInstant } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { clockText, type HomeKind, minuteText } from './schema'

/** never published or taken down; over; still to come; on the page */
export type HomeState = 'draft' | 'past' | 'coming' | 'now'

export type HomeRow = {
  id: string
  kind: HomeKind
  title: string
  position: number
  from: string
  to: string
  state: HomeState
  /** a newer version than the published one waits */
  hasNewer: boolean
}

/** how many are listed, the newest first */
const shown = 100

const versionSelect = {
  number: true,
  position: true,
  shownFrom: true,
  shownTo: true,
  sellerId: true,
  titleZh: true,
  titleEn: true,
  textZh: true,
  textEn: true,
  link: true,
  mediaId: true,
  createdById: true,
  createdAt: true,
  seller: { select: { nameZh: true, nameEn: true } },
} as const

/** Everything that was ever made for the first page, by what is newest of it. */
export async function findHomeItems(locale: Locale): Promise<HomeRow[]> {
  const now = await appNow()
  const items = await prisma.homeItem.findMany({
    select: {
      id: true,
      kind: true,
      publishedNumber: true,
      versions: { select: versionSelect, orderBy: { number: 'desc' }, take: 1 },
      published: { select: { shownFrom: true, shownTo: true } },
    },
    orderBy: { createdAt: 'desc' },
    take: shown,
  })
  return items.flatMap(({ id, kind, publishedNumber, versions: [newest], published }) =>
    newest
      ? [
          {
            id,
            kind,
            title: titleOf(newest, locale),
            position: newest.position,
            from: clockText(newest.shownFrom),
            to: clockText(newest.shownTo),
            state: stateOf(published, now),
            hasNewer: publishedNumber !== null && publishedNumber !== newest.number,
          },
        ]
      : [],
  )
}

/** A thing as its form takes it, and every version of it, the newest first. */
export type HomeItemView = {
  kind: HomeKind
  title: string
  /** the newest version */
  seen: number
  state: HomeState
  isPublished: boolean
  values: Record<string, string>
  mediaId: string | null
  /** the instant at which a preview shows it */
  previewAt: string
  versions: {
    number: number
    at: string
    by: string | null
    from: string
    to: string
    isPublished: boolean
  }[]
}

/** 404 when it is not there. */
export async function getHomeItem(itemId: string, locale: Locale): Promise<HomeItemView> {
  return inScope({ job: 'sign_in' }, async (tx) => {
    const now = await appNow(tx)
    const item = await tx.homeItem.findUnique({
      where: { id: itemId },
      select: {
        kind: true,
        publishedNumber: true,
        versions: { select: versionSelect, orderBy: { number: 'desc' }, take: 50 },
        published: { select: { shownFrom: true, shownTo: true } },
      },
    })
    const newest = item?.versions[0]
    if (!item || !newest) throw notFound()
    const names = new Map<string, string | null>()
    for (const { createdById } of item.versions)
      if (!names.has(createdById)) names.set(createdById, await findStaffName(tx, createdById))
    const { sellerId, titleZh, titleEn, textZh, textEn, link } = newest
    return {
      kind: item.kind,
      title: titleOf(newest, locale),
      seen: newest.number,
      state: stateOf(item.published, now),
      isPublished: item.publishedNumber === newest.number,
      values: {
        from: minuteText(newest.shownFrom),
        to: minuteText(newest.shownTo),
        position: String(newest.position),
        sellerId: sellerId ?? '',
        titleZh: titleZh ?? '',
        titleEn: titleEn ?? '',
        textZh: textZh ?? '',
        textEn: textEn ?? '',
        link: link ?? '',
      },
      mediaId: newest.mediaId,
      previewAt: minuteText(new Date(Math.max(newest.shownFrom.getTime(), now.getTime()))),
      versions: item.versions.map(({ number, createdAt, createdById, shownFrom, shownTo }) => ({
        number,
        at: formatInstant(locale, createdAt),
        by: names.get(createdById) ?? null,
        from: clockText(shownFrom),
        to: clockText(shownTo),
        isPublished: number === item.publishedNumber,
      })),
    }
  })
}

export type SpeakerChoice = { id: string; zh: string; en: string }

/** The makers who let their words be shown today, for the choice of the week. */
export async function findSpeakerChoices(): Promise<SpeakerChoice[]> {
  return prisma.$queryRaw<SpeakerChoice[]>`
    SELECT s.id::text, s."nameZh" || ' · ' || g."nameZh" AS zh, s."nameEn" || ' · ' || coalesce(g."nameEn", g."nameZh") AS en
    FROM "Seller" s JOIN "Region" g ON g.id = s."countyId" WHERE ${speaks} ORDER BY g.code, s."nameZh" LIMIT 1000`
}

/** What a form for a new thing stands on: from the next full hour, for a week. */
export async function findNewSpan(): Promise<{ from: string; to: string }> {
  const now = await appNow()
  const hour = 60 * 60 * 1000
  const from = new Date(Math.ceil(now.getTime() / hour) * hour)
  return { from: minuteText(from), to: minuteText(new Date(from.getTime() + 7 * 24 * hour)) }
}

type Named = {
  titleZh: string | null
  titleEn: string | null
  seller: { nameZh: string; nameEn: string } | null
}

function titleOf({ titleZh, titleEn, seller }: Named, locale: Locale): string {
  return (locale === 'en' ? (seller?.nameEn ?? titleEn) : (seller?.nameZh ?? titleZh)) ?? ''
}

function stateOf(published: { shownFrom: Date; shownTo: Date } | null, now: Date): HomeState {
  if (!published) return 'draft'
  if (published.shownTo <= now) return 'past'
  return published.shownFrom > now ? 'coming' : 'now'
}

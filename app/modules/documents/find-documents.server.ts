import { addDays, type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { type DocumentKind, documentKinds, noticeDays } from './document-kinds'

export type DocumentRow = {
  kind: DocumentKind
  version: number
  publishedOn: Day
  from: Day
  state: 'coming' | 'now' | 'past'
  /** orders placed by it, in either language */
  orders: number
}

/** The newest words of a kind, to begin the next version with. */
export type NewestWords = {
  kind: DocumentKind
  titleZh: string
  titleEn: string
  bodyZh: string
  bodyEn: string
}

type Row = {
  kind: DocumentKind
  version: number
  published: Date
  from: Date
  holds: boolean
  orders: number
}

/** All versions of the shop's documents, newest first of each kind, and what the next one of a kind begins with. */
export async function findDocuments(kind: DocumentKind): Promise<{
  rows: DocumentRow[]
  words: NewestWords
  /** the first day on which a new version may begin to hold */
  earliest: Day
}> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT kind, version, "publishedAt" AS published, "validFrom" AS "from", "validFrom" <= app_now() AS holds,
      (SELECT count(*) FROM "TextVersion" b JOIN "Order" o ON b.id = CASE t.kind WHEN 'terms' THEN o."termsId" WHEN 'privacy' THEN o."privacyId" ELSE o."rulesId" END
        WHERE b.kind = t.kind AND b.version = t.version)::int AS orders
    FROM "TextVersion" t WHERE kind IN ('terms', 'privacy', 'rules') AND locale = 'zh-CN' ORDER BY kind, version DESC LIMIT 300`
  const newest = await prisma.textVersion.findMany({
    where: { kind, locale: { in: ['zh-CN', 'en'] } },
    orderBy: { version: 'desc' },
    take: 2,
    select: { locale: true, title: true, body: true },
  })
  const zh = newest.find(({ locale }) => locale === 'zh-CN')
  const en = newest.find(({ locale }) => locale === 'en')
  return {
    rows: documentKinds.flatMap((one) => viewsOf(rows.filter((row) => row.kind === one))),
    words: {
      kind,
      titleZh: zh?.title ?? '',
      titleEn: en?.title ?? '',
      bodyZh: zh?.body ?? '',
      bodyEn: en?.body ?? '',
    },
    earliest: addDays(dayOf(await appNow()), noticeDays + 1),
  }
}

function viewsOf(rows: readonly Row[]): DocumentRow[] {
  const inForce = rows.find(({ holds }) => holds)?.version
  return rows.map(({ published, from, holds, ...row }) => ({
    ...row,
    publishedOn: dayOf(published),
    from: dayOf(from),
    state: holds ? (row.version === inForce ? 'now' : 'past') : 'coming',
  }))
}

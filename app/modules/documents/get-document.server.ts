import { type Day, dayOf } from '~/platform/calendar'
import { prisma } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import type { Locale } from '~/platform/i18n/locale'
import { blocksOf, type DocumentBlock } from './document-blocks'
import type { DocumentKind } from './document-kinds'

/** `coming`: published, holds from a later day; `past`: a newer one holds. */
export type VersionState = 'coming' | 'now' | 'past'
export type DocumentVersion = { version: number; from: Day; publishedOn: Day; state: VersionState }
export type DocumentView = DocumentVersion & {
  title: string
  blocks: DocumentBlock[]
  /** newest first, this one included */
  versions: DocumentVersion[]
}

type Row = {
  version: number
  title: string
  body: string | null
  from: Date
  published: Date
  holds: boolean
}

/** A document in a language: the version that holds now, or the one asked for. Refuses (404) a version that is not there, and a document before its first one. */
export async function getDocument({
  kind,
  locale,
  version,
}: {
  kind: DocumentKind
  locale: Locale
  /** null: the one in force */
  version: number | null
}): Promise<DocumentView> {
  const rows = await prisma.$queryRaw<Row[]>`
    WITH all_of AS (SELECT version, title, body, "validFrom", "publishedAt", "validFrom" <= app_now() AS holds FROM "TextVersion" WHERE kind = ${kind} AND locale = ${locale})
    SELECT version, title, "validFrom" AS "from", "publishedAt" AS published, holds,
      CASE WHEN version = coalesce(${version}::int, (SELECT max(version) FROM all_of WHERE holds)) THEN body END AS body
    FROM all_of ORDER BY version DESC LIMIT 200`
  const inForce = rows.find(({ holds }) => holds)?.version
  const stateOf = (row: Row): VersionState => {
    if (!row.holds) return 'coming'
    return row.version === inForce ? 'now' : 'past'
  }
  const viewOf = (row: Row): DocumentVersion => ({
    version: row.version,
    from: dayOf(row.from),
    publishedOn: dayOf(row.published),
    state: stateOf(row),
  })
  const shown = rows.find(({ body }) => body !== null)
  if (!shown) throw notFound()
  return {
    ...viewOf(shown),
    title: shown.title,
    blocks: blocksOf(shown.body ?? ''),
    versions: rows.map(viewOf),
  }
}

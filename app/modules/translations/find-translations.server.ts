import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import type { Locale } from '~/platform/i18n/locale'
import { findStaffNames } from './find-staff-names.server'
import type { QueueQuery, TextKind, WorkState } from './schema'

/** One text in the queue. */
export type QueuedText = {
  kind: TextKind
  subjectId: string
  title: string
  craft: string | null
  state: WorkState
  /** whoever read it sent it back to be typed again */
  cameBack: boolean
  /** whole days since its Chinese was written, or its English taken up again */
  days: number
  holder: { name: string; isMine: boolean } | null
}

export type TranslationQueue = {
  rows: QueuedText[]
  /** how many of each state there are, whatever is filtered */
  counts: Record<WorkState, number>
  hasMore: boolean
}

const perPage = 30

type Row = {
  kind: TextKind
  subjectId: string
  title: string
  craftZh: string | null
  craftEn: string | null
  state: WorkState
  cameBack: boolean
  days: number
  holderId: string | null
}

/** What waits to be put into English or to be read, the longest first; every desk sees all of it. */
export function findTranslations(
  { actor, locale }: { actor: Actor; locale: Locale },
  { state, craft, whose, page }: Omit<QueueQuery, 'said' | 'find'>,
): Promise<TranslationQueue> {
  return inScope(actor, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT q.kind::text, q."subjectId"::text, q.title, k."nameZh" AS "craftZh", k."nameEn" AS "craftEn", q.state, (q.state <> 'typed' AND t.note IS NOT NULL) AS "cameBack",
        floor(extract(epoch FROM app_now() - q.since) / 86400)::int AS days, q."holderId"::text
      FROM "TranslationQueue" q LEFT JOIN "Craft" k ON k.id = q."craftId" LEFT JOIN "Translation" t ON t.kind = q.kind AND t."subjectId" = q."subjectId"
      WHERE (${state}::text IS NULL OR q.state = ${state}) AND (${craft}::text IS NULL OR k.code = ${craft})
        AND CASE ${whose}::text WHEN 'mine' THEN q."holderId" = ${actor.userId}::uuid WHEN 'nobody' THEN q."holderId" IS NULL ELSE true END
      ORDER BY q.since, q."subjectId" LIMIT ${perPage + 1} OFFSET ${(page - 1) * perPage}`
    const found = await tx.$queryRaw<{ state: WorkState; count: number }[]>`
      SELECT state, count(*)::int AS count FROM "TranslationQueue" GROUP BY state`
    const countOf = (one: WorkState) => found.find((row) => row.state === one)?.count ?? 0
    const shown = rows.slice(0, perPage)
    const names = await findStaffNames(
      tx,
      shown.flatMap(({ holderId }) => holderId ?? []),
    )
    return {
      rows: shown.map(({ craftZh, craftEn, holderId, ...row }) => ({
        ...row,
        craft: locale === 'en' ? craftEn : craftZh,
        holder: holderId ? { name: names.get(holderId) ?? '', isMine: holderId === actor.userId } : null,
      })),
      counts: { missing: countOf('missing'), older: countOf('older'), typed: countOf('typed') },
      hasMore: rows.length > perPage,
    }
  })
}

import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { findCraftTerms, type Term } from './craft-terms.server'
import { findStaffNames } from './find-staff-names.server'
import { MakerWords, ProductWords, partsOf, type TextKind, type WorkState } from './schema'

/** A text beside its English, for whoever types or reads it. */
export type TranslationView = {
  kind: TextKind
  subjectId: string
  title: string
  state: WorkState
  seen: number
  source: string
  /** each part in Chinese, and what stands in the English field */
  parts: { part: string; zh: string; en: string; min: number; max: number }[]
  /** words of the crafts that stand in the Chinese, with their English */
  terms: Term[]
  /** the English that visitors read now, when it is older than the Chinese */
  hasOld: boolean
  /** it is shown, and somebody found it wrong */
  isReopened: boolean
  /** who typed it up, when it waits to be read */
  typedBy: { name: string; isMe: boolean } | null
  /** why it came back */
  note: string | null
  holder: { name: string; isMine: boolean } | null
  /** the page of the piece or the maker in the shop */
  slug: string
}

type Row = {
  title: string
  state: WorkState
  slug: string
  source: string
  zh: unknown
  now: unknown
  typed: unknown
  version: number
  typedById: string | null
  note: string | null
  isReopened: boolean
  holderId: string | null
}

/** 404 when nothing is to be done about the text. */
export function getTranslation({
  actor,
  kind,
  subjectId,
}: {
  actor: Actor
  kind: TextKind
  subjectId: string
}): Promise<TranslationView> {
  return inScope(actor, async (tx) => {
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT q.title, q.state, q.slug, q."sourceHash" AS source, q.words AS zh, q.english AS now, t.words AS typed, coalesce(t.version, 0)::int AS version,
        t."typedById"::text, t.note, t."reopenedAt" IS NOT NULL AS "isReopened", q."holderId"::text
      FROM "TranslationQueue" q LEFT JOIN "Translation" t ON t.kind = q.kind AND t."subjectId" = q."subjectId"
      WHERE q.kind = ${kind}::"TextKind" AND q."subjectId" = ${subjectId}::uuid`
    if (!row) throw notFound()
    const schema = kind === 'product' ? ProductWords : MakerWords
    const zh: Record<string, string> = schema.parse(row.zh)
    const typed = schema.safeParse(row.typed)
    const shown = schema.safeParse(row.now)
    const en: Record<string, string> = typed.success ? typed.data : shown.success ? shown.data : {}
    const { holderId, typedById } = row
    const names = await findStaffNames(
      tx,
      [holderId, typedById].flatMap((id) => id ?? []),
    )
    return {
      kind,
      subjectId,
      title: row.title,
      state: row.state,
      seen: row.version,
      source: row.source,
      parts: partsOf[kind].map(({ part, min, max }) => ({
        part,
        min,
        max,
        zh: zh[part] ?? '',
        en: en[part] ?? '',
      })),
      terms: await findCraftTerms(tx, Object.values(zh).join('\n')),
      hasOld: row.state === 'older' && !row.isReopened,
      isReopened: row.isReopened,
      typedBy:
        row.state === 'typed' && typedById
          ? { name: names.get(typedById) ?? '', isMe: typedById === actor.userId }
          : null,
      note: row.note,
      holder: holderId ? { name: names.get(holderId) ?? '', isMine: holderId === actor.userId } : null,
      slug: row.slug,
    }
  })
}

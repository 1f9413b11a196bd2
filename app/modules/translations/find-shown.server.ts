import type { Actor } from '~/modules/auth/actor'
import { type Day, dayOf } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { MakerWords, ProductWords, partsOf, type TextKind } from './schema'

/** A text whose English was read and is shown: nothing is to be done about it, unless somebody finds it wrong. */
export type ShownRow = {
  kind: TextKind
  subjectId: string
  title: string
  titleEn: string
  readOn: Day | null
}

const mostShown = 12

/** The texts whose English is shown and whose name, in either language, has these words in it; the last that were read first, twelve at most. */
export function findShown({ actor, find }: { actor: Actor; find: string }): Promise<ShownRow[]> {
  return inScope(actor, async (tx) => {
    const rows = await tx.$queryRaw<(Omit<ShownRow, 'readOn'> & { readAt: Date | null })[]>`
      SELECT s.kind::text, s."subjectId"::text, s.title, s."titleEn", s."readAt" FROM "TranslationShown" s
      WHERE ${find} = '' OR strpos(lower(s.title || ' ' || s."titleEn"), lower(${find})) > 0
      ORDER BY s."readAt" DESC NULLS LAST, s."subjectId" LIMIT ${mostShown}`
    return rows.map(({ readAt, ...row }) => ({ ...row, readOn: readAt && dayOf(readAt) }))
  })
}

/** A shown text beside its Chinese. */
export type ShownText = {
  kind: TextKind
  title: string
  slug: string
  parts: { part: string; zh: string; en: string }[]
}

/** Null where its English is not shown, or something is to be done about it. */
export function findShownText({
  actor,
  kind,
  subjectId,
}: {
  actor: Actor
  kind: TextKind
  subjectId: string
}): Promise<ShownText | null> {
  return inScope(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ title: string; slug: string; words: unknown; english: unknown }[]>`
      SELECT s.title, s.slug, s.words, s.english FROM "TranslationShown" s WHERE s.kind = ${kind}::"TextKind" AND s."subjectId" = ${subjectId}::uuid`
    if (!row) return null
    const schema = kind === 'product' ? ProductWords : MakerWords
    const zh: Record<string, string> = schema.parse(row.words)
    const en: Record<string, string> = schema.parse(row.english)
    return {
      kind,
      title: row.title,
      slug: row.slug,
      parts: partsOf[kind].map(({ part }) => ({ part, zh: zh[part] ?? '', en: en[part] ?? '' })),
    }
  })
}

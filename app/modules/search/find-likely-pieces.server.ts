import { planAnew } from '~/platform/db/name-statements'
import { Prisma, prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { newestPieces } from './find-new-pieces.server'
import { someMatches } from './first-matches.server'
import { selectPieces } from './piece-sql.server'
import { type PieceRow, type PieceView, pieceView } from './piece-view'
import { isPiece } from './product-filter.server'
import { slipsOf } from './slips'
import { askedWords, searchQuery } from './tokens'

/** more words of an address are not asked for */
const mostWords = 6
/** shorter Latin words, such as "of", say nothing of a piece */
const shortestAsked = 3
/** shorter words are too near to others to be corrected unseen */
const shortestCorrected = 4
/** pieces looked at for each word, and words of the vocabulary tried for a mistyped one */
const [mostLookedAt, mostForms] = [50, 12]

type LikelyRow = PieceRow & { isCalled: boolean }

/** Pieces that may have been meant, and whether any word led to them. */
export type LikelyPieces = { pieces: PieceView[]; likeness: 'words' | 'new' }

/**
 * Pieces that have most of some words in their names, then in all that is said of them, a rare word counting more than a common one; a word that the
 * vocabulary does not know is also looked for as those one slip away from it. The newest of each craft where no piece has any. One statement, whatever the text is.
 */
export async function findLikelyPieces(text: string, locale: Locale, take: number): Promise<LikelyPieces> {
  const words = askedWords(text)
    .filter((word) => /\p{Script=Han}/u.test(word) || word.length >= shortestAsked)
    .flatMap((word) => ({ word, terms: searchQuery(word) ?? [] }))
    .slice(0, mostWords)
  const slips = words.flatMap(({ word }) =>
    [...word].length < shortestCorrected ? [] : slipsOf(word).map((slip) => ({ word, slip })),
  )
  const rows = await prisma.$queryRaw<LikelyRow[]>`${planAnew}
    WITH form AS (
      SELECT a.word, s.form FROM (SELECT DISTINCT word FROM unnest(${slips.map(({ word }) => word)}::text[]) word
          WHERE NOT EXISTS (SELECT 1 FROM "SearchSlip" s WHERE s.slip = word AND s.form = word)) unknown
        JOIN unnest(${slips.map(({ word }) => word)}::text[], ${slips.map(({ slip }) => slip)}::text[]) a(word, slip) ON a.word = unknown.word
        CROSS JOIN LATERAL (SELECT DISTINCT s.form FROM "SearchSlip" s WHERE s.slip = a.slip ORDER BY s.form LIMIT ${mostForms}) s),
    asked AS MATERIALIZED (
      SELECT w.word, to_tsquery('simple', w.terms || coalesce((SELECT string_agg(DISTINCT ' | ''' || form.form || '''', '') FROM form WHERE form.word = w.word), '')) AS query
      FROM unnest(${words.map(({ word }) => word)}::text[], ${words.map(({ terms }) => terms)}::text[]) w(word, terms)),
    hit AS MATERIALIZED (
      SELECT asked.word, found.id, count(*) OVER (PARTITION BY asked.word) AS total
      FROM asked CROSS JOIN LATERAL ${someMatches(Prisma.sql`e.id`, Prisma.sql`${isPiece} AND e.words @@ asked.query`, mostLookedAt)} found),
    called AS (
      SELECT e.id, e.score, sum(CASE WHEN e.names @@ asked.query THEN 1.0 ELSE 0.0 END / common.total) AS named, sum(1.0 / common.total) AS mentioned
      FROM "SearchEntry" e JOIN asked ON e.words @@ asked.query JOIN (SELECT DISTINCT word, total FROM hit) common ON common.word = asked.word
      WHERE e.id IN (SELECT id FROM hit) GROUP BY e.id ORDER BY named DESC, mentioned DESC, e.score DESC, e.id LIMIT ${take}),
    page AS (
      SELECT id, true AS called, row_number() OVER (ORDER BY named DESC, mentioned DESC, score DESC, id) AS place FROM called
      UNION ALL
      (SELECT id, false, row_number() OVER (ORDER BY "publishedAt" DESC, id) FROM (${newestPieces}) newest
        WHERE NOT EXISTS (SELECT 1 FROM called) ORDER BY "publishedAt" DESC, id LIMIT ${take}))
    SELECT shown.*, page.called AS "isCalled" FROM (${selectPieces}) shown JOIN page ON page.id = shown.id ORDER BY page.place`
  return {
    pieces: rows.map((row) => pieceView(row, locale)),
    likeness: rows[0]?.isCalled ? 'words' : 'new',
  }
}

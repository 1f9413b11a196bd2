import { keepAnswers } from '~/platform/db/kept-answers'
import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { selectPieces } from './piece-sql.server'
import { type PieceRow, type PieceView, pieceView } from './piece-view'

/** A piece reads the same in every list. */
const shown = keepAnswers<PieceView | null>(10_000)

/** The pieces of some ids, in their order; null for one that has been deleted. One statement for those that are not known yet. */
export async function findPieces(ids: readonly string[], locale: Locale): Promise<(PieceView | null)[]> {
  const unknown: string[] = []
  const reading = Promise.resolve().then(() => readPieces(unknown, locale))
  return Promise.all(
    ids.map((id) =>
      shown(`${locale} ${id}`, async () => {
        unknown.push(id)
        return (await reading).get(id) ?? null
      }),
    ),
  )
}

async function readPieces(ids: string[], locale: Locale): Promise<Map<string, PieceView>> {
  if (ids.length === 0) return new Map()
  const rows = await prisma.$queryRaw<PieceRow[]>`
    WITH page AS (SELECT id, place FROM unnest((SELECT ${ids}::uuid[])) WITH ORDINALITY AS chosen (id, place)) ${selectPieces}`
  return new Map(rows.map((row) => [row.id, pieceView(row, locale)]))
}

import type { ArchiveState, ImportState } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { speak } from '~/platform/form.server'
import type { Translate } from '~/platform/i18n/translate'
import { findGround } from './find-ground.server'
import { type CellFault, judgeTable, type TablePiece } from './judge-table'
import { columnTitle } from './list-columns'
import { findList, type OwnList } from './lock-list.server'
import { readTable } from './read-table.server'

/** What is to be mended in a cell, in words. */
export type FaultView = { row: number; where: string; what: string }

/** How far the photographs of a table have come. */
export type ArchiveView = {
  fileName: string
  mark: string
  bytes: number
  received: number
  state: ArchiveState
  /** why it is no archive of pictures, in words */
  fault: string | null
  entries: number
}

export type ListPage = {
  id: string
  fileName: string
  state: ImportState
  pieceCount: number
  /** null once its pieces are drafts */
  draft: {
    pieces: TablePiece[]
    fresh: number
    known: number
    wrong: number
    faults: FaultView[]
    unknownTitles: string[]
    archive: ArchiveView | null
    /** pictures that are here, those that were refused with the reason, and those that belong to no row */
    photoCount: number
    refusedPhotos: { name: string; what: string }[]
    loosePhotos: string[]
  } | null
  /** its drafts, by her number; empty before there are any */
  drafts: { productId: string; code: string; title: string }[]
}

/** A table of hers and what it would bring as things stand now; changes nothing. */
export async function getList({
  actor,
  listId,
  t,
}: {
  actor: Actor
  listId: string
  t: Translate
}): Promise<ListPage> {
  return inScope(
    actor,
    async (tx) => {
      const list = await findList(tx, { actor, listId })
      const { id, fileName, state, pieceCount } = list
      const draft = list.file ? await tryOut(tx, list, list.file, t) : null
      const drafts = state === 'taken' ? await findDrafts(tx, id) : []
      return { id, fileName, state, pieceCount, draft, drafts }
    },
    { timeout: 30_000 },
  )
}

async function tryOut(tx: Tx, list: OwnList, file: Uint8Array, t: Translate) {
  const ground = await findGround(tx, list)
  const { pieces, faults, unknownTitles, loosePhotos } = judgeTable(await readTable(file), ground)
  const count = (standing: TablePiece['standing']) =>
    pieces.filter((piece) => piece.standing === standing).length
  const archive = await tx.photoArchive.findUnique({
    where: { listId: list.id },
    select: {
      fileName: true,
      mark: true,
      bytes: true,
      received: true,
      state: true,
      fault: true,
      entries: true,
    },
  })
  return {
    pieces,
    fresh: count('new'),
    known: count('known'),
    wrong: count('wrong'),
    faults: faults.map((fault) => sayFault(fault, t)),
    unknownTitles,
    archive: archive && { ...archive, fault: archive.fault && speak(t, archive.fault) },
    photoCount: ground.photos.filter(({ mediaId }) => mediaId !== null).length,
    refusedPhotos: ground.photos.flatMap(({ name, fault }) =>
      fault === null ? [] : [{ name, what: speak(t, fault) }],
    ),
    loosePhotos,
  }
}

/** A fault with the place where a table program shows it. */
export function sayFault({ row, letter, column, text }: CellFault, t: Translate): FaultView {
  const title = t(columnTitle[column])
  const where = letter === '' ? title : t('pieces.inColumn', { letter, title })
  return { row, where, what: speak(t, text) }
}

async function findDrafts(tx: Tx, listId: string): Promise<ListPage['drafts']> {
  const rows = await tx.$queryRaw<ListPage['drafts']>`
    SELECT p.id::text AS "productId", p."ownCode" AS code, coalesce(r.content->>'titleZh', '') AS title
    FROM "Product" p JOIN LATERAL (SELECT content FROM "ListingRevision" WHERE "productId" = p.id ORDER BY number DESC LIMIT 1) r ON true
    WHERE p."listId" = ${listId}::uuid AND p.status <> 'withdrawn' ORDER BY p."ownCode"`
  return rows
}

import { createHash } from 'node:crypto'
import type { Actor } from '~/modules/auth/actor'
import { findActingFor } from '~/modules/mandates/find-acting-for.server'
import { dayOf } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { lockList } from './lock-list.server'
import { readTable } from './read-table.server'

type Upload = {
  actor: Actor
  fileName: string
  bytes: Uint8Array
  /** which seller, for those who write for several */
  sellerId: string | null
  /** a table that this one, mended, comes instead of; its photographs stay */
  listId?: string
}

/**
 * Keeps a table to be tried before any of it becomes a piece. The same file of a seller leads to where it is already; refuses one whose pieces were begun, what is no table, and a table that is a
 * draft no longer.
 */
export async function uploadList({ actor, fileName, bytes, sellerId, listId }: Upload): Promise<string> {
  await readTable(bytes)
  const file = {
    fileName: fileName.normalize('NFC').replaceAll('\0', '').slice(-120) || 'table.xlsx',
    fileHash: createHash('sha256').update(bytes).digest('hex'),
    file: new Uint8Array(bytes),
  }
  return inScope(actor, async (tx) => {
    if (listId !== undefined) return replaceFile(tx, { actor, listId, file })
    const [only] = actor.sellerIds
    const chosen = sellerId ?? (actor.sellerIds.length === 1 ? only : undefined)
    if (!only) throw notFound()
    if (!chosen) throw new Refusal('studio.chooseSeller', 422, {}, 'sellerId')
    await findActingFor(tx, { actor, sellerId: chosen, scope: 'list' })
    await tx.$queryRaw`SELECT id FROM "Seller" WHERE id = ${chosen}::uuid FOR UPDATE`
    const known = await findSame(tx, chosen, file.fileHash)
    if (known) return known
    const { id } = await tx.pieceList.create({
      data: { ...file, sellerId: chosen, uploadedById: actor.userId },
      select: { id: true },
    })
    return id
  })
}

type NewFile = { fileName: string; fileHash: string; file: Uint8Array<ArrayBuffer> }

async function replaceFile(
  tx: Tx,
  { actor, listId, file }: { actor: Actor; listId: string; file: NewFile },
): Promise<string> {
  const list = await lockList(tx, { actor, listId })
  if (list.state !== 'draft') throw new Refusal('pieces.takenAlready')
  const known = await findSame(tx, list.sellerId, file.fileHash)
  if (known) return known
  await tx.pieceList.update({ where: { id: listId }, data: file, select: { id: true } })
  return listId
}

/** A draft that is the same file; refuses when its pieces were begun. */
async function findSame(tx: Tx, sellerId: string, fileHash: string): Promise<string | null> {
  const same = await tx.pieceList.findFirst({
    where: { sellerId, fileHash, state: { not: 'undone' } },
    select: { id: true, takenAt: true, pieceCount: true },
  })
  if (same?.takenAt) {
    const said = { day: dayOf(same.takenAt), count: same.pieceCount }
    throw new Refusal('pieces.sameFile', 409, said, 'file')
  }
  return same?.id ?? null
}

import type { ImportState } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { findActingFor } from '~/modules/mandates/find-acting-for.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'

/** A table of hers. */
export type OwnList = {
  id: string
  sellerId: string
  fileName: string
  file: Uint8Array | null
  state: ImportState
  pieceCount: number
  /** whom she works for, null when for herself */
  onBehalfOfId: string | null
}

/** A table of a seller she lists for; somebody else's is not found. */
export async function findList(
  tx: Tx,
  { actor, listId }: { actor: Actor; listId: string },
): Promise<OwnList> {
  const list = await tx.pieceList.findFirst({
    where: { id: listId, sellerId: { in: actor.sellerIds } },
    select: { id: true, sellerId: true, fileName: true, file: true, state: true, pieceCount: true },
  })
  if (!list) throw notFound()
  const { sellerId } = list
  return { ...list, onBehalfOfId: await findActingFor(tx, { actor, sellerId, scope: 'list' }) }
}

/** The same with its row held until the transaction ends: what is done about a table is done one after the other. */
export async function lockList(tx: Tx, asked: { actor: Actor; listId: string }): Promise<OwnList> {
  await tx.$queryRaw`SELECT 1 FROM "PieceList" WHERE id = ${asked.listId}::uuid FOR UPDATE`
  return findList(tx, asked)
}

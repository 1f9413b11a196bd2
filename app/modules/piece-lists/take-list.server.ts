import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { recordAct } from '~/modules/mandates/record-act.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { findGround } from './find-ground.server'
import { judgeTable, type NewPiece } from './judge-table'
import { listLimits } from './list-columns'
import { listVersion } from './list-version'
import { lockList, type OwnList } from './lock-list.server'
import { readTable } from './read-table.server'

/**
 * Makes a draft of every new piece of a table, of all or of none; pieces of hers that are there already stay as they are. The table is judged anew while the seller is held: with a single fault nothing is
 * done. Refuses a closed seller, photographs that are still on their way, and more unfinished pieces than anyone hands in.
 */
export async function takeList({ actor, listId }: { actor: Actor; listId: string }): Promise<void> {
  await inScope(
    actor,
    async (tx) => {
      const list = await lockList(tx, { actor, listId })
      if (list.state !== 'draft' || !list.file) throw new Refusal('pieces.takenAlready')
      const [seller] = await tx.$queryRaw<{ status: string; isSample: boolean }[]>`
        SELECT status::text, "isSample" FROM "Seller" WHERE id = ${list.sellerId}::uuid FOR UPDATE`
      if (!seller || seller.status === 'closed') throw new Refusal('studio.sellerClosed')
      const coming = await tx.photoArchive.count({
        where: { listId, state: { in: ['arriving', 'unpacking'] } },
      })
      if (coming > 0) throw new Refusal('pieces.photosComing')
      const { faults, fresh } = judgeTable(await readTable(list.file), await findGround(tx, list))
      if (faults.length > 0) throw new Refusal('pieces.faultsNow', 409, { count: faults.length })
      if (fresh.length === 0) throw new Refusal('pieces.nothingNew')
      await refuseTooMany(tx, list.sellerId, fresh.length)
      await writePieces(tx, { actor, list, isSample: seller.isSample, fresh })
      await tx.pieceList.update({
        where: { id: listId },
        data: { state: 'taken', file: null, takenAt: await appNow(tx), pieceCount: fresh.length },
        select: { id: true },
      })
      // drafts hold their photos themselves from here on
      await tx.pieceListPhoto.deleteMany({ where: { listId } })
      await tx.photoArchive.deleteMany({ where: { listId } })
      await recordAudit(tx, {
        actor,
        onBehalfOfId: list.onBehalfOfId,
        action: 'listing.imported',
        subject: { type: 'PieceList', id: listId },
        detail: { pieces: fresh.length },
      })
    },
    { timeout: 60_000 },
  )
}

async function refuseTooMany(tx: Tx, sellerId: string, more: number): Promise<void> {
  const { drafts: max } = listLimits
  const count = await tx.product.count({ where: { sellerId, status: 'draft', listId: { not: null } } })
  if (count + more > max) throw new Refusal('pieces.tooManyDrafts', 409, { max, count })
}

type Writing = { actor: Actor; list: OwnList; isSample: boolean; fresh: readonly NewPiece[] }

async function writePieces(tx: Tx, { actor, list, isSample, fresh }: Writing): Promise<void> {
  const { sellerId } = list
  const crafts = await tx.craft.findMany({ select: { id: true, code: true } })
  const craftIds = new Map(crafts.map(({ id, code }) => [code, id]))
  const pieces = fresh.flatMap(({ code, content }) => {
    const craftId = craftIds.get(content.craftCode ?? '')
    return craftId ? [{ id: crypto.randomUUID(), code, content, craftId }] : []
  })
  await tx.product.createMany({
    data: pieces.map(({ id, code, craftId }) => ({
      id,
      sellerId,
      craftId,
      isSample,
      slug: `draft-${id}`,
      serial: `draft-${id}`,
      ownCode: code,
      listId: list.id,
    })),
  })
  await tx.listingRevision.createMany({
    data: pieces.map(({ id, content }) => ({ productId: id, number: 1, version: listVersion, content })),
  })
  for (const { id } of pieces)
    await recordAct(tx, {
      actor,
      sellerId,
      scope: 'list',
      kind: 'listing.started',
      subject: { type: 'Product', id },
    })
}

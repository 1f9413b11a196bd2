import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { advanceProduct } from '~/modules/catalog/advance-product.server'
import { recordAct } from '~/modules/mandates/record-act.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { listVersion } from './list-version'
import { lockList } from './lock-list.server'

type DraftRow = { id: string; title: string; isUntouched: boolean }

/**
 * Puts away every draft that a table brought. Refused as soon as one of them was written in or handed in: it is named, and each is then put away by hand. Those that she put away herself stay so. Undoing twice changes
 * nothing; the same file may come again.
 */
export async function undoList({ actor, listId }: { actor: Actor; listId: string }): Promise<void> {
  await inScope(
    actor,
    async (tx) => {
      const list = await lockList(tx, { actor, listId })
      if (list.state === 'undone') return
      if (list.state !== 'taken') throw new Refusal('pieces.notTaken')
      await tx.$queryRaw`
        SELECT 1 FROM "ListingRevision" WHERE "productId" IN (SELECT id FROM "Product" WHERE "listId" = ${listId}::uuid) ORDER BY id FOR UPDATE`
      const drafts = await tx.$queryRaw<DraftRow[]>`
        SELECT p.id::text, coalesce(nullif(r.content->>'titleZh', ''), p."ownCode") AS title,
          p.status = 'draft' AND r.state = 'draft' AND r.number = 1 AND r.version = ${listVersion}::int AS "isUntouched"
        FROM "Product" p JOIN LATERAL (SELECT * FROM "ListingRevision" WHERE "productId" = p.id ORDER BY number DESC LIMIT 1) r ON true
        WHERE p."listId" = ${listId}::uuid AND p.status <> 'withdrawn' ORDER BY p."ownCode"`
      const touched = drafts.find(({ isUntouched }) => !isUntouched)
      if (touched) throw new Refusal('pieces.touched', 409, { title: touched.title })
      const { sellerId, onBehalfOfId } = list
      for (const { id } of drafts) {
        await advanceProduct(tx, { productId: id, to: 'withdrawn' })
        const subject = { type: 'Product', id } as const
        await recordAct(tx, { actor, sellerId, scope: 'list', kind: 'listing.discarded', subject })
      }
      await tx.pieceList.update({
        where: { id: listId },
        data: { state: 'undone', undoneAt: await appNow(tx) },
        select: { id: true },
      })
      await recordAudit(tx, {
        actor,
        onBehalfOfId,
        action: 'listing.import_undone',
        subject: { type: 'PieceList', id: listId },
        detail: { pieces: drafts.length },
      })
    },
    { timeout: 60_000 },
  )
}

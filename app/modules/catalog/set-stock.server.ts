import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findActingFor } from '~/modules/mandates/find-acting-for.server'
import { recordAct } from '~/modules/mandates/record-act.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'

type Stock = { id: string; onHand: number; reserved: number; makeMode: string; sellerId: string }

/**
 * Her count of the pieces on the shelf, those held for unpaid orders included, those sold not. `seen` is the number her page showed: when a sale came in
 * between, her count is of another moment and is refused (409), also where it happens to be the number that the sale left; so is one below what is held. One of a kind is there or not.
 */
export async function setStock({
  actor,
  productId,
  variantId,
  seen,
  count,
}: {
  actor: Actor
  productId: string
  variantId: string
  seen: number
  count: number
}): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const stock = await lockStock(tx, productId, variantId)
    if (!stock) throw notFound()
    const onBehalfOfId = await findActingFor(tx, { actor, sellerId: stock.sellerId, scope: 'list' })
    const { id, onHand, reserved } = stock
    if (seen !== onHand) {
      if (await isDone(tx, { actor, stock, seen, count })) return
      throw new Refusal('studio.stockMoved', 409, { onHand }, 'count')
    }
    if (count === onHand) return
    if (count < reserved) throw new Refusal('studio.stockHeld', 409, { reserved }, 'count')
    if (stock.makeMode === 'one_of_a_kind' && count > 1)
      throw new Refusal('studio.stockOne', 422, {}, 'count')
    await tx.stockItem.update({ where: { id }, data: { onHand: count } })
    const quantity = count - onHand
    await tx.stockMovement.create({
      data: { stockItemId: id, kind: 'count', quantity, actorUserId: actor.userId },
    })
    await recordAct(tx, {
      actor,
      sellerId: stock.sellerId,
      scope: 'list',
      kind: 'stock.counted',
      subject: { type: 'Variant', id: variantId },
      before: { onHand },
      after: { onHand: count },
    })
    const subject = { type: 'Product', id: productId }
    await recordAudit(tx, {
      actor,
      onBehalfOfId,
      action: 'stock.counted',
      subject,
      detail: { variantId, count },
    })
  })
}

/** Whether this very count was the last thing that happened to the shelf: pressed twice, or sent again after a lost answer. */
async function isDone(
  tx: Tx,
  { actor, stock, seen, count }: { actor: Actor; stock: Stock; seen: number; count: number },
): Promise<boolean> {
  const last = await tx.stockMovement.findFirst({
    where: { stockItemId: stock.id },
    orderBy: { id: 'desc' },
    select: { kind: true, quantity: true, actorUserId: true },
  })
  return (
    count === stock.onHand &&
    last?.kind === 'count' &&
    last.quantity === count - seen &&
    last.actorUserId === actor.userId
  )
}

async function lockStock(tx: Tx, productId: string, variantId: string): Promise<Stock | undefined> {
  const [row] = await tx.$queryRaw<Stock[]>`
    SELECT s.id, s."onHand", s.reserved, v."makeMode"::text AS "makeMode", p."sellerId"
    FROM "StockItem" s JOIN "Variant" v ON v.id = s."variantId" JOIN "Product" p ON p.id = v."productId"
    WHERE v.id = ${variantId}::uuid AND p.id = ${productId}::uuid AND v."retiredAt" IS NULL FOR UPDATE OF s`
  return row
}

import { z } from 'zod'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { advanceProduct } from '~/modules/catalog/advance-product.server'
import { advanceRevision } from '~/modules/catalog/advance-revision.server'
import { lockDraft, lockOpenRevision, writeContent } from '~/modules/catalog/lock-revision.server'
import { ListingDraft } from '~/modules/catalog/schema'
import { endHandedOver } from '~/modules/collections/end-collection.server'
import { joinNotice } from '~/modules/mandates/join-notice.server'
import { undoHours } from '~/modules/mandates/terms'
import { lockSellerOrder } from '~/modules/orders/lock-seller-order.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { type UndoableKind, undoable } from './undoable'

type Locked = {
  id: string
  sellerId: string
  kind: string
  subjectId: string
  before: unknown
  after: unknown
  at: Date
  agentPersonId: string
}
type Deed = Locked & { actor: Actor }

/**
 * The maker takes back what was done for her within the last 48 hours: what stood there before stands there again, if nobody has touched it since, not even to bring it back to the same; the agent is told. Taking back what is taken back
 * changes nothing. Refuses, and says why: too late, a kind that cannot be put back, something that has moved on. Somebody else's act is not found.
 */
export async function undoAct({ actor, actId }: { actor: Actor; actId: string }): Promise<void> {
  await inScope(actor, async (tx) => {
    const [act] = await tx.$queryRaw<Locked[]>`
      SELECT a.id::text, a."sellerId"::text, a.kind, a."subjectId"::text, a.before, a.after, a.at, m."agentPersonId"::text
      FROM "Act" a JOIN "Mandate" m ON m.id = a."mandateId"
      WHERE a.id = ${actId}::uuid AND a."sellerId" = ANY (${actor.sellerIds}::uuid[]) FOR UPDATE OF a`
    if (!act) throw notFound()
    if ((await tx.actUndo.count({ where: { actId } })) > 0) return
    const { kind, sellerId, agentPersonId } = act
    if (!undoable(kind)) throw new Refusal('mandate.cannotUndo', 409)
    if (act.at.getTime() <= (await appNow(tx)).getTime() - undoHours * 60 * 60 * 1000)
      throw new Refusal('mandate.undoLate', 409)
    await undoers[kind](tx, { ...act, actor })
    const noticeId = await joinNotice(tx, { personId: agentPersonId, sellerId, kind: 'undone' })
    await tx.actUndo.create({ data: { actId, userId: actor.userId, noticeId }, select: { actId: true } })
    await recordAudit(tx, {
      actor,
      action: 'act.undone',
      subject: { type: 'Act', id: actId },
      detail: { kind },
    })
  })
}

const movedOn = () => new Refusal('mandate.movedOn', 409)

const undoers: Record<UndoableKind, (tx: Tx, deed: Deed) => Promise<void>> = {
  'listing.saved': putWordsBack,
  'listing.submitted': takeBack,
  'listing.paused': (tx, deed) => putOnShelf(tx, deed, { from: 'paused', to: 'on_sale' }),
  'listing.resumed': (tx, deed) => putOnShelf(tx, deed, { from: 'on_sale', to: 'paused' }),
  'stock.counted': putCountBack,
  'making.shown': hidePicture,
  'collection.handed': takeBackPart,
  'rest.planned': takeOutRest,
  'shop.opened': (tx, deed) => turnSign(tx, deed, { from: 'active', to: 'paused' }),
  'shop.paused': (tx, deed) => turnSign(tx, deed, { from: 'paused', to: 'active' }),
}

/** Which save of which draft the act was; those written down before that was noted say nothing. */
const Saved = z.object({
  saved: z.object({ revisionId: z.string(), version: z.number().int() }).optional(),
})

/** Only in a draft that is as the agent left it and that nobody has saved since. What the coordinator reads is taken back first; what stands in the shop is changed by a new draft. */
async function putWordsBack(tx: Tx, { actor, subjectId, before, after }: Deed): Promise<void> {
  const open = await tx.listingRevision.findFirst({
    where: { productId: subjectId, state: { not: 'approved' } },
    select: { id: true },
  })
  if (!open) throw new Refusal('mandate.inShop', 409)
  const draft = await lockDraft(tx, { actor, productId: subjectId })
  const left = ListingDraft.parse(after)
  const { saved } = Saved.parse(after)
  const isNewest = !saved || (saved.revisionId === draft.revisionId && saved.version === draft.version)
  if (!isNewest || JSON.stringify(draft.content) !== JSON.stringify(left)) throw movedOn()
  await writeContent(tx, { actor, draft, content: ListingDraft.parse(before) })
}

/** Only what she handed in then: what was taken back and handed in again is another matter. */
async function takeBack(tx: Tx, { actor, subjectId, at }: Deed): Promise<void> {
  const open = await tx.listingRevision.findFirst({
    where: { productId: subjectId, state: 'submitted' },
    select: { id: true },
  })
  if (!open) throw movedOn()
  const { revisionId, version, content } = await lockOpenRevision(tx, { actor, productId: subjectId })
  refuseTouched(
    at,
    await tx.listingEvent.findFirst({ where: { revisionId }, orderBy: { id: 'desc' }, select: { at: true } }),
  )
  const isTaken = await advanceRevision(tx, {
    revisionId,
    version,
    content,
    to: 'draft',
    actorUserId: actor.userId,
  })
  if (!isTaken) throw movedOn()
}

type Shelf = 'on_sale' | 'paused'

/** A piece that a report holds stays off the shelf. */
async function putOnShelf(
  tx: Tx,
  { subjectId, at }: Deed,
  { from, to }: { from: Shelf; to: Shelf },
): Promise<void> {
  const [row] = await tx.$queryRaw<{ status: string; held: boolean }[]>`
    SELECT status::text, product_is_held(id) AS held FROM "Product" WHERE id = ${subjectId}::uuid FOR UPDATE`
  if (row?.status !== from) throw movedOn()
  refuseTouched(
    at,
    await tx.productEvent.findFirst({
      where: { productId: subjectId },
      orderBy: { id: 'desc' },
      select: { at: true },
    }),
  )
  if (to === 'on_sale' && row.held) throw new Refusal('reports.held', 409)
  await advanceProduct(tx, { productId: subjectId, to })
}

const Count = z.object({ onHand: z.number().int() })

/** Only while not one was sold or counted since. */
async function putCountBack(tx: Tx, { actor, subjectId, before, after, at }: Deed): Promise<void> {
  const [stock] = await tx.$queryRaw<{ id: string; onHand: number; reserved: number }[]>`
    SELECT id::text, "onHand", reserved FROM "StockItem" WHERE "variantId" = ${subjectId}::uuid FOR UPDATE`
  const was = Count.parse(before).onHand
  if (!stock || stock.onHand !== Count.parse(after).onHand || was < stock.reserved) throw movedOn()
  refuseTouched(
    at,
    await tx.stockMovement.findFirst({
      where: { stockItemId: stock.id },
      orderBy: { id: 'desc' },
      select: { at: true },
    }),
  )
  await tx.stockItem.update({ where: { id: stock.id }, data: { onHand: was } })
  await tx.stockMovement.create({
    data: { stockItemId: stock.id, kind: 'count', quantity: was - stock.onHand, actorUserId: actor.userId },
  })
}

/** Taken away from the buyer's page for good. */
async function hidePicture(tx: Tx, { subjectId }: Deed): Promise<void> {
  const { count } = await tx.productionPhoto.updateMany({
    where: { id: subjectId, removedAt: null },
    data: { removedAt: await appNow(tx) },
  })
  if (count === 0) throw movedOn()
}

async function takeOutRest(tx: Tx, { subjectId }: Deed): Promise<void> {
  const { count } = await tx.sellerRest.updateMany({
    where: { id: subjectId, removedAt: null },
    data: { removedAt: await appNow(tx) },
  })
  if (count === 0) throw movedOn()
}

/** Only what was handed over then: a part that was taken back and handed over again stays with the base. */
async function takeBackPart(tx: Tx, { actor, subjectId, at }: Deed): Promise<void> {
  await lockSellerOrder(tx, subjectId)
  const open = await tx.collection.findFirst({
    where: { sellerOrderId: subjectId, endedAt: null },
    select: { handedAt: true },
  })
  refuseTouched(at, open && { at: open.handedAt })
  if (!(await endHandedOver(tx, { actor, sellerOrderId: subjectId }))) throw movedOn()
}

type Sign = 'active' | 'paused'

async function turnSign(
  tx: Tx,
  { subjectId, at }: Deed,
  { from, to }: { from: Sign; to: Sign },
): Promise<void> {
  const { count } = await tx.seller.updateMany({
    where: { id: subjectId, status: from },
    data: { status: to },
  })
  if (count === 0) throw movedOn()
  const [, before] = await tx.sellerEvent.findMany({
    where: { sellerId: subjectId },
    orderBy: { id: 'desc' },
    take: 2,
    select: { at: true },
  })
  // the newest is this step back
  refuseTouched(at, before ?? null)
}

/**
 * Every step is noted by the database, in the transaction that takes it and at its time: while the newest step is the act's own, nobody has touched it since. Called with the row held, so that nothing steps
 * between.
 */
function refuseTouched(actedAt: Date, newest: { at: Date } | null): void {
  if (newest?.at.getTime() !== actedAt.getTime()) throw movedOn()
}

import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findActingFor } from '~/modules/mandates/find-acting-for.server'
import { recordAct } from '~/modules/mandates/record-act.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { refuseTooManyDrafts } from './refuse-too-many-drafts.server'
import { ListingDraft } from './schema'

/** A piece that was begun on a device is no blank sheet: it begins at version 2, so that another is never begun in it. */
const deviceVersion = 2

/**
 * Begins a new piece: a product nobody sees and an empty draft. A draft of hers in which nothing is written, shown or said yet is used again, so that two taps make
 * one piece. Returns the product's id. Refuses a closed seller and more unfinished pieces than anyone keeps in view. While a verification is over
 * a piece is begun and written all the same; it is handing it in that waits (submitListing).
 */
export async function startListing({
  actor,
  sellerId = null,
  deviceId = null,
}: {
  actor: Actor
  /** which seller, for those who write for several; null when there is only one */
  sellerId?: string | null
  /** the id that a device gave a piece which was begun there without a network: asked again, it is the same piece */
  deviceId?: string | null
}): Promise<string> {
  const chosen = sellerId ?? (actor.sellerIds.length === 1 ? actor.sellerIds[0] : undefined)
  if (!chosen)
    throw actor.sellerIds.length === 0 ? notFound() : new Refusal('studio.chooseSeller', 422, {}, 'sellerId')
  return inScope(actor, async (tx) => {
    const onBehalfOfId = await findActingFor(tx, { actor, sellerId: chosen, scope: 'list' })
    await tx.$queryRaw`SELECT id FROM "Seller" WHERE id = ${chosen}::uuid FOR UPDATE`
    const seller = await tx.seller.findUniqueOrThrow({
      where: { id: chosen },
      select: { status: true, isSample: true },
    })
    if (seller.status === 'closed') throw new Refusal('studio.sellerClosed')
    const begun = deviceId ? await findBegun(tx, deviceId, chosen) : await findUntouched(tx, chosen)
    if (begun) return begun
    await refuseTooManyDrafts(tx, chosen)
    const craft = await findUsualCraft(tx, chosen)
    const id = deviceId ?? crypto.randomUUID()
    // a device says itself which craft: a guess here would stand against her word
    const content = ListingDraft.parse({ craftCode: craft.isKnown && !deviceId ? craft.code : null })
    await tx.product.create({
      data: {
        id,
        sellerId: chosen,
        craftId: craft.id,
        isSample: seller.isSample,
        slug: `draft-${id}`,
        serial: `draft-${id}`,
        revisions: { create: { number: 1, content, ...(deviceId ? { version: deviceVersion } : {}) } },
      },
    })
    const subject = { type: 'Product', id } as const
    await recordAct(tx, { actor, sellerId: chosen, scope: 'list', kind: 'listing.started', subject })
    await recordAudit(tx, { actor, onBehalfOfId, action: 'listing.started', subject })
    return id
  })
}

/** Somebody else's piece, or one put away, is not found. */
async function findBegun(tx: Tx, id: string, sellerId: string): Promise<string | null> {
  const found = await tx.product.findUnique({ where: { id }, select: { sellerId: true, status: true } })
  if (found && (found.sellerId !== sellerId || found.status === 'withdrawn')) throw notFound()
  return found ? id : null
}

async function findUntouched(tx: Tx, sellerId: string): Promise<string | null> {
  const found = await tx.product.findFirst({
    where: {
      sellerId,
      status: 'draft',
      revisions: { some: { state: 'draft', version: 1, number: 1 } },
      voices: { none: {} },
    },
    select: { id: true },
  })
  return found?.id ?? null
}

/** What she made last, else a craft that was verified of her; else the first of all, which she then chooses herself. */
async function findUsualCraft(tx: Tx, sellerId: string) {
  const select = { id: true, code: true }
  const last = await tx.product.findFirst({
    where: { sellerId },
    orderBy: { createdAt: 'desc' },
    select: { craft: { select } },
  })
  if (last) return { ...last.craft, isKnown: true }
  const [skill] = await tx.$queryRaw<{ id: string; code: string }[]>`
    SELECT id::text, code FROM "Craft" WHERE id = craft_of_shop(${sellerId}::uuid)`
  if (skill) return { ...skill, isKnown: true }
  return { ...(await tx.craft.findFirstOrThrow({ orderBy: { position: 'asc' }, select })), isKnown: false }
}

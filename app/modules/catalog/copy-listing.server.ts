import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findActingFor } from '~/modules/mandates/find-acting-for.server'
import { recordAct } from '~/modules/mandates/record-act.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { contentOfProduct } from './content-of-product.server'
import { lowestPriceOf } from './listing-wage'
import { refuseTooManyDrafts } from './refuse-too-many-drafts.server'
import { ListingDraft } from './schema'

/**
 * A copy is no blank sheet: it begins at version 2, so that a new piece is never begun in it.
 */
const copyVersion = 2

/**
 * Begins a new piece with the words, prices and costs of one of hers: of what stands in the shop, else of what she wrote. Photos, count and the reason for a low price belong
 * to the one piece and are not taken along. A copy that nobody has written in yet is used again, so that two taps make one piece. Returns the new product's id. Refuses a closed
 * seller and more unfinished pieces than anyone keeps in view.
 */
export async function copyListing({
  actor,
  productId,
}: {
  actor: Actor
  productId: string
}): Promise<string> {
  return inScope(actor, async (tx) => {
    const product = await tx.product.findFirst({
      where: { id: productId, sellerId: { in: actor.sellerIds }, status: { not: 'withdrawn' } },
      select: {
        sellerId: true,
        craftId: true,
        isSample: true,
        publishedAt: true,
        revisions: { select: { content: true }, orderBy: { number: 'desc' }, take: 1 },
      },
    })
    if (!product) throw notFound()
    const { sellerId, craftId, isSample, publishedAt, revisions } = product
    const onBehalfOfId = await findActingFor(tx, { actor, sellerId, scope: 'list' })
    await tx.$queryRaw`SELECT id FROM "Seller" WHERE id = ${sellerId}::uuid FOR UPDATE`
    const seller = await tx.seller.findUniqueOrThrow({ where: { id: sellerId }, select: { status: true } })
    if (seller.status === 'closed') throw new Refusal('studio.sellerClosed')
    const written = publishedAt
      ? await contentOfProduct(tx, productId)
      : ListingDraft.parse(revisions[0]?.content)
    const content = copyOf(written)
    const untouched = await findUntouchedCopy(tx, sellerId, content)
    if (untouched) return untouched
    await refuseTooManyDrafts(tx, sellerId)
    const id = crypto.randomUUID()
    await tx.product.create({
      data: {
        id,
        sellerId,
        craftId,
        isSample,
        slug: `draft-${id}`,
        serial: `draft-${id}`,
        revisions: { create: { number: 1, version: copyVersion, content } },
      },
    })
    const subject = { type: 'Product', id } as const
    await recordAct(tx, { actor, sellerId, scope: 'list', kind: 'listing.copied', subject })
    const detail = { of: productId }
    await recordAudit(tx, { actor, onBehalfOfId, action: 'listing.copied', subject, detail })
    return id
  })
}

/** Kinds belong to the one piece as well: a copy begins with one, at the price of the cheapest. */
function copyOf(written: ListingDraft): ListingDraft {
  const priceFen = lowestPriceOf(written)
  return ListingDraft.parse({
    ...written,
    priceFen,
    photos: [],
    options: [],
    stock: null,
    lowWageReason: '',
  })
}

async function findUntouchedCopy(tx: Tx, sellerId: string, content: ListingDraft): Promise<string | null> {
  const found = await tx.product.findFirst({
    where: {
      sellerId,
      status: 'draft',
      revisions: {
        some: { state: 'draft', number: 1, version: copyVersion, content: { equals: content } },
      },
    },
    select: { id: true },
  })
  return found?.id ?? null
}

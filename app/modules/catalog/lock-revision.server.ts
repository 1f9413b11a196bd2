import type { ProductStatus, RevisionState } from '~/generated/prisma/enums'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findActingFor } from '~/modules/mandates/find-acting-for.server'
import { recordAct } from '~/modules/mandates/record-act.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { ListingDraft } from './schema'
import { isWritable } from './status'

/** The open revision of a piece of hers, held until the transaction ends. */
export type OpenRevision = {
  revisionId: string
  productId: string
  sellerId: string
  productStatus: ProductStatus
  state: RevisionState
  version: number
  /** the version at which something other than its photos changed last */
  written: number
  content: ListingDraft
  /** whom she writes for, null when for herself */
  onBehalfOfId: string | null
}

type OpenRow = { id: string; state: RevisionState; version: number; written: number; content: unknown }

/** Somebody else's piece, or one put away, is not found; a piece without an open revision has nothing to write in. */
export async function lockOpenRevision(
  tx: Tx,
  { actor, productId }: { actor: Actor; productId: string },
): Promise<OpenRevision> {
  const product = await tx.product.findFirst({
    where: { id: productId, sellerId: { in: actor.sellerIds }, status: { not: 'withdrawn' } },
    select: { sellerId: true, status: true },
  })
  if (!product) throw notFound()
  const onBehalfOfId = await findActingFor(tx, { actor, sellerId: product.sellerId, scope: 'list' })
  const [row] = await tx.$queryRaw<OpenRow[]>`
    SELECT id, state::text AS state, version, written, content FROM "ListingRevision" WHERE "productId" = ${productId}::uuid AND state <> 'approved' FOR UPDATE`
  if (!row) throw new Refusal('studio.nothingOpen')
  return {
    revisionId: row.id,
    productId,
    sellerId: product.sellerId,
    productStatus: product.status,
    state: row.state,
    version: row.version,
    written: row.written,
    content: ListingDraft.parse(row.content),
    onBehalfOfId,
  }
}

/** The same, for writing: refuses while a coordinator is reading it. */
export async function lockDraft(
  tx: Tx,
  { actor, productId }: { actor: Actor; productId: string },
): Promise<OpenRevision> {
  const revision = await lockOpenRevision(tx, { actor, productId })
  if (!isWritable(revision.state)) throw new Refusal('studio.beingRead')
  return revision
}

/**
 * Writes new content into a locked draft; the same content changes nothing. With `version`, refuses (409) when another page has saved since
 * she opened hers; photos that have arrived meanwhile are no reason: they stand in a field of their own.
 */
export async function writeContent(
  tx: Tx,
  {
    actor,
    draft,
    content,
    version,
  }: {
    actor: Actor
    draft: OpenRevision
    content: ListingDraft
    version?: number
  },
): Promise<void> {
  const next = ListingDraft.parse(content)
  if (JSON.stringify(next) === JSON.stringify(draft.content)) return
  const isSeen = version === undefined || (version >= draft.written && version <= draft.version)
  if (!isSeen) throw new Refusal('errors.stale')
  const isPhotosAlone =
    JSON.stringify({ ...next, photos: [] }) === JSON.stringify({ ...draft.content, photos: [] })
  await tx.listingRevision.update({
    where: { id: draft.revisionId },
    data: {
      content: next,
      version: { increment: 1 },
      ...(isPhotosAlone ? {} : { written: draft.version + 1 }),
    },
  })
  await recordAct(tx, {
    actor,
    sellerId: draft.sellerId,
    scope: 'list',
    kind: 'listing.saved',
    subject: { type: 'Product', id: draft.productId },
    before: draft.content,
    // undone only while this is the newest of its saves
    after: { ...next, saved: { revisionId: draft.revisionId, version: draft.version + 1 } },
  })
  if (draft.onBehalfOfId === null) return
  await recordAudit(tx, {
    actor,
    onBehalfOfId: draft.onBehalfOfId,
    action: 'listing.saved',
    subject: { type: 'Product', id: draft.productId },
    detail: { version: draft.version + 1 },
  })
}

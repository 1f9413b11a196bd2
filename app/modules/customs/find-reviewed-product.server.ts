import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'

const entry = { select: { hsCode: true, descriptionZh: true, descriptionEn: true } } as const

/** The piece of a listing in her region, with what customs are told of it and of its craft; every other one is not found. */
export async function findReviewedProduct(
  tx: Tx,
  { actor: { regionId }, revisionId }: { actor: Actor; revisionId: string },
) {
  if (!regionId) throw notFound()
  const at = await appNow(tx)
  const holds = { validFrom: { lte: at }, OR: [{ validTo: null }, { validTo: { gt: at } }] }
  const product = await tx.product.findFirst({
    where: {
      revisions: { some: { id: revisionId, submittedAt: { not: null } } },
      status: { not: 'withdrawn' },
      seller: { region: { ancestorIds: { has: regionId } } },
    },
    select: { id: true, customs: entry, craft: { select: { customs: { where: holds, ...entry } } } },
  })
  if (!product) throw notFound()
  return product
}

import type { Actor } from '~/modules/auth/actor'
import { contentOfProduct } from '~/modules/catalog/content-of-product.server'
import { ListingDraft } from '~/modules/catalog/schema'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { codeOf } from './own-code'

/** A piece of hers as it goes out: as it stands in the shop, else as she wrote it. */
export type OwnPiece = { code: string; content: ListingDraft }

const mostPieces = 3_000
const atOnce = 8

/** All pieces of a seller of hers that are not put away, newest first; those of any of them when none is named. Somebody else's seller is not found. */
export async function findOwnPieces({
  actor,
  sellerId,
}: {
  actor: Actor
  sellerId: string | null
}): Promise<OwnPiece[]> {
  if (sellerId !== null && !actor.sellerIds.includes(sellerId)) throw notFound()
  const rows = await inScope(actor, (tx) =>
    tx.product.findMany({
      where: { sellerId: sellerId ?? { in: actor.sellerIds }, status: { not: 'withdrawn' } },
      select: {
        id: true,
        ownCode: true,
        serial: true,
        publishedAt: true,
        revisions: { select: { content: true }, orderBy: { number: 'desc' }, take: 1 },
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: mostPieces,
    }),
  )
  const pieces: OwnPiece[] = []
  for (let at = 0; at < rows.length; at += atOnce)
    pieces.push(
      ...(await Promise.all(
        rows.slice(at, at + atOnce).map(async (row) => ({
          code: codeOf(row),
          content: row.publishedAt
            ? await contentOfProduct(prisma, row.id)
            : ListingDraft.parse(row.revisions[0]?.content ?? {}),
        })),
      )),
    )
  return pieces
}

/** What the n-th photo of a piece is called outside the shop. */
export const photoName = (code: string, at: number): string => `${code}-${at + 1}.jpg`

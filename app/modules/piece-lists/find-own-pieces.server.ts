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

/** All pieces of a seller of hers that are not put away, newest first; those of any of them when none is named. They are read some at a time, as they are asked for. Somebody else's seller is not found. */
export async function findOwnPieces({
  actor,
  sellerId,
}: {
  actor: Actor
  sellerId: string | null
}): Promise<AsyncIterable<OwnPiece>> {
  if (sellerId !== null && !actor.sellerIds.includes(sellerId)) throw notFound()
  const found = await prisma.product.findMany({
    where: { sellerId: sellerId ?? { in: actor.sellerIds }, status: { not: 'withdrawn' } },
    select: { id: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: mostPieces,
  })
  return readPieces(
    actor,
    found.map(({ id }) => id),
  )
}

async function* readPieces(actor: Actor, ids: readonly string[]): AsyncGenerator<OwnPiece> {
  for (let at = 0; at < ids.length; at += atOnce) yield* await readSome(actor, ids.slice(at, at + atOnce))
}

async function readSome(actor: Actor, ids: readonly string[]): Promise<OwnPiece[]> {
  const rows = await inScope(actor, (tx) =>
    tx.product.findMany({
      where: { id: { in: [...ids] } },
      select: {
        id: true,
        ownCode: true,
        serial: true,
        publishedAt: true,
        revisions: { select: { content: true }, orderBy: { number: 'desc' }, take: 1 },
      },
    }),
  )
  const ordered = ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
  return Promise.all(
    ordered.map(async (row) => ({
      code: codeOf(row),
      content: row.publishedAt
        ? await contentOfProduct(prisma, row.id)
        : ListingDraft.parse(row.revisions[0]?.content ?? {}),
    })),
  )
}

/** What the n-th photo of a piece is called outside the shop. */
export const photoName = (code: string, at: number): string => `${code}-${at + 1}.jpg`

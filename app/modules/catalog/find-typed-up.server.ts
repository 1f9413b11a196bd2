import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import type { SpokenWords } from './spoken-words'

const open = { typedAt: { not: null }, confirmedAt: null } as const

/** What a coordinator typed up of a piece of hers, until she has said that it is right; null when nobody has. */
export async function findTypedUp({
  actor,
  productId,
}: {
  actor: Actor
  productId: string
}): Promise<SpokenWords | null> {
  const row = await inScope(actor, (tx) =>
    tx.dictation.findFirst({
      where: {
        ...open,
        revision: {
          state: { in: ['draft', 'changes_requested'] },
          product: { id: productId, sellerId: { in: actor.sellerIds } },
        },
      },
      select: { titleZh: true, storyZh: true, materialsZh: true },
    }),
  )
  if (!row) return null
  const { titleZh, storyZh, materialsZh } = row
  return { titleZh: titleZh ?? '', storyZh: storyZh ?? '', materialsZh: materialsZh ?? '' }
}

/** The piece that waits longest for her to read what was typed up, and how many wait; null when none does. */
export async function findNextTypedUp({
  actor,
}: {
  actor: Actor
}): Promise<{ productId: string; count: number } | null> {
  const rows = await inScope(actor, (tx) =>
    tx.dictation.findMany({
      where: {
        ...open,
        revision: {
          state: { in: ['draft', 'changes_requested'] },
          product: { sellerId: { in: actor.sellerIds }, status: { not: 'withdrawn' } },
        },
      },
      orderBy: { typedAt: 'asc' },
      select: { revision: { select: { productId: true } } },
    }),
  )
  const [first] = rows
  return first ? { productId: first.revision.productId, count: rows.length } : null
}

import type { Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { lackingAttributes } from './craft-template'
import { findCraftFields } from './find-craft-templates.server'
import type { ListingDraft } from './schema'

/** Names of what the craft of a draft asks and she has not said. Nothing for a piece that has been on sale: a word of it can be put right without answering what was asked of no one then. */
export async function findLacking(
  tx: Tx,
  { productId, content }: { productId: string; content: ListingDraft },
  locale: Locale,
): Promise<string[]> {
  const wasOnSale = await tx.product.count({ where: { id: productId, publishedAt: { not: null } } })
  if (wasOnSale > 0) return []
  const fields = await findCraftFields(content.craftCode, tx)
  return lackingAttributes(fields, content.attributes, locale)
}

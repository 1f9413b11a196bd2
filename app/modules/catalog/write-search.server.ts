import { tokensOf } from '~/modules/search/search-tokens.server'
import type { Tx } from '~/platform/db/prisma.server'

/** Writes what a product can be found by, from what stands in its rows now. Call it after every change of its words, craft or shop. */
export async function writeSearch(tx: Tx, productId: string): Promise<void> {
  const { craft, seller, texts } = await tx.product.findUniqueOrThrow({
    where: { id: productId },
    select: {
      craft: { select: { nameZh: true, nameEn: true } },
      seller: { select: { nameZh: true } },
      texts: { select: { locale: true, title: true, story: true, materials: true, reviewedAt: true } },
    },
  })
  const zh = texts.find((text) => text.locale === 'zh-CN')
  if (!zh) throw new Error('a product is found by its Chinese words')
  const en = texts.find((text) => text.locale === 'en' && text.reviewedAt !== null)
  const { words } = tokensOf({
    names: [zh.title, en?.title ?? null, craft.nameZh, craft.nameEn, seller.nameZh],
    others: [zh.story, zh.materials],
  })
  await tx.$executeRaw`UPDATE "Product" SET search = to_tsvector('simple', ${words}) WHERE id = ${productId}::uuid`
}

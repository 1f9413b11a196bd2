import { wordsIn } from '~/modules/search/piece-view'
import type { Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import type { SubjectView } from './message-view'

/** What a conversation is about in a language: the maker's shop, and the piece or the order. */
export async function readSubject(
  tx: Tx,
  {
    sellerId,
    productId,
    sellerOrderId,
  }: { sellerId: string; productId: string | null; sellerOrderId: string | null },
  locale: Locale,
): Promise<SubjectView> {
  const seller = await tx.seller.findUniqueOrThrow({
    where: { id: sellerId },
    select: { nameZh: true, nameEn: true, slug: true },
  })
  const product = productId
    ? await tx.product.findUniqueOrThrow({
        where: { id: productId },
        select: { slug: true, texts: { select: { locale: true, title: true, reviewedAt: true }, take: 4 } },
      })
    : null
  const part = sellerOrderId
    ? await tx.sellerOrder.findUniqueOrThrow({
        where: { id: sellerOrderId },
        select: { order: { select: { number: true } } },
      })
    : null
  return {
    sellerName: locale === 'en' ? seller.nameEn : seller.nameZh,
    sellerSlug: seller.slug,
    piece: product && { slug: product.slug, title: titleOf(product.texts, locale) },
    order: part && sellerOrderId !== null ? { number: part.order.number, sellerOrderId } : null,
  }
}

function titleOf(
  texts: readonly { locale: string; title: string; reviewedAt: Date | null }[],
  locale: Locale,
): string {
  const zh = texts.find((text) => text.locale === 'zh-CN')?.title ?? ''
  const en = texts.find((text) => text.locale === 'en' && text.reviewedAt !== null)?.title ?? null
  return wordsIn(locale, zh, en).text
}

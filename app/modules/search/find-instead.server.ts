import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { findNewPieces } from './find-new-pieces.server'
import { findProducts } from './find-products.server'
import { findSellerPieces } from './find-seller-pieces.server'
import { type PieceView, wordsIn } from './piece-view'
import { readProductQuery } from './product-query'
import { understandWords } from './understand-words.server'

/** What stands at the address of a piece that cannot be shown. */
export type Instead = {
  /** the piece that was there and was taken away for good; null: there never was one */
  gone: { title: string; sellerName: string; sellerSlug: string } | null
  /** pieces of the same maker, or those that the words of the address name, else new ones */
  pieces: PieceView[]
  likeness: 'maker' | 'words' | 'new'
}

const shown = 8

/** What to show in place of a piece that is not there. A few statements: nobody comes here often. */
export async function findInstead({ slug, locale }: { slug: string; locale: Locale }): Promise<Instead> {
  const gone = await findGone(slug, locale)
  if (gone) {
    const pieces = await findSellerPieces({ sellerSlug: gone.sellerSlug, locale, take: shown })
    if (pieces.length > 0) return { gone, pieces, likeness: 'maker' }
  }
  const words = slug.replaceAll('-', ' ')
  const longest = words.split(' ').reduce((most, word) => (word.length > most.length ? word : most), '')
  for (const asked of new Set([words, longest])) {
    const pieces = await findByWords(asked, locale)
    if (pieces.length > 0) return { gone, pieces, likeness: 'words' }
  }
  return { gone, pieces: await findNewPieces(locale, shown), likeness: 'new' }
}

async function findGone(slug: string, locale: Locale): Promise<Instead['gone']> {
  const product = await prisma.product.findFirst({
    where: { slug, status: 'withdrawn', publishedAt: { not: null } },
    select: {
      seller: { select: { slug: true, nameZh: true, nameEn: true } },
      texts: { select: { locale: true, title: true, reviewedAt: true }, take: 2 },
    },
  })
  const zh = product?.texts.find((text) => text.locale === 'zh-CN')
  if (!product || !zh) return null
  const en = product.texts.find((text) => text.locale === 'en' && text.reviewedAt !== null)
  const { seller } = product
  return {
    title: wordsIn(locale, zh.title, en?.title ?? null).text,
    sellerName: locale === 'en' ? seller.nameEn : seller.nameZh,
    sellerSlug: seller.slug,
  }
}

async function findByWords(q: string, locale: Locale): Promise<PieceView[]> {
  const query = readProductQuery(new URLSearchParams({ q }))
  const { wanted } = await understandWords(query.q)
  if (wanted.kind === 'all') return []
  return (await findProducts(query, { wanted, locale })).pieces.slice(0, shown)
}

import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'

export type SubjectAsked = { product: string | null; maker: string | null; order: string | null }

/** What a report is about, as far as it is there: a piece with its seller, a seller, or an order. */
export type ReportSubject = {
  productId: string | null
  sellerId: string | null
  orderId: string | null
  /** where it is looked into; null: several sellers, or none */
  regionId: string | null
  /** for the form: the piece's title, the seller's name; an order is named by its number alone */
  title: string | null
}

const nothing: ReportSubject = { productId: null, sellerId: null, orderId: null, regionId: null, title: null }

/** Looks up what the form names. What is not there is nothing; an order says no more than that it may be one. An order beside a maker is named only where she has a part of it. */
export async function findSubject(asked: SubjectAsked, locale: Locale): Promise<ReportSubject> {
  if (asked.product) {
    const product = await prisma.product.findUnique({
      where: { slug: asked.product },
      select: {
        id: true,
        status: true,
        seller: { select: { id: true, regionId: true } },
        texts: {
          where: { locale: { in: [locale, 'zh-CN'] } },
          select: { locale: true, title: true },
          take: 2,
        },
      },
    })
    if (!product || product.status === 'draft') return nothing
    const text = product.texts.find((one) => one.locale === locale) ?? product.texts[0]
    const { seller, id } = product
    return {
      ...nothing,
      productId: id,
      sellerId: seller.id,
      regionId: seller.regionId,
      title: text?.title ?? null,
    }
  }
  if (asked.maker) {
    const seller = await prisma.seller.findUnique({
      where: { slug: asked.maker },
      select: { id: true, regionId: true, nameZh: true, nameEn: true },
    })
    if (!seller) return nothing
    const title = locale === 'en' ? seller.nameEn : seller.nameZh
    const order = asked.order
      ? await prisma.order.findFirst({
          where: { number: asked.order, sellerOrders: { some: { sellerId: seller.id } } },
          select: { id: true },
        })
      : null
    return {
      ...nothing,
      sellerId: seller.id,
      orderId: order?.id ?? null,
      regionId: seller.regionId,
      title,
    }
  }
  if (!asked.order) return nothing
  const order = await prisma.order.findUnique({
    where: { number: asked.order },
    select: {
      id: true,
      sellerOrders: { select: { seller: { select: { id: true, regionId: true } } }, take: 2 },
    },
  })
  const [only, second] = order?.sellerOrders ?? []
  const seller = second ? null : (only?.seller ?? null)
  return {
    ...nothing,
    orderId: order?.id ?? null,
    sellerId: seller?.id ?? null,
    regionId: seller?.regionId ?? null,
    title: asked.order,
  }
}

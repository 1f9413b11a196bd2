import type { Actor } from '~/modules/auth/actor'
import { type Day, dayOf } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import type { Locale } from '~/platform/i18n/locale'
import { toSafeNumber } from '~/platform/money'

export type SalesPart = {
  orderNumber: string
  seller: string
  completedOn: Day | null
  /** suspected to be between kin, undecided or left out */
  isLeftOut: boolean
  lines: {
    id: string
    title: string
    craft: string | null
    quantity: number
    priceFen: number
    paidFen: number
  }[]
  refunds: { id: string; on: Day; title: string | null; quantity: number; amountFen: number }[]
}

/** One maker's part of an order as statistics see it: pieces and money, nothing about the buyer. Of a sale outside her region: not found. */
export async function getSalesPart({
  actor,
  sellerOrderId,
  locale,
}: {
  actor: Actor
  sellerOrderId: string
  locale: Locale
}): Promise<SalesPart> {
  const { regionId } = actor
  if (!regionId) throw notFound()
  return inScope(actor, async (tx) => {
    const part = await tx.sellerOrder.findFirst({
      where: {
        id: sellerOrderId,
        OR: [
          { region: { ancestorIds: { has: regionId } } },
          { regionId: null, seller: { region: { ancestorIds: { has: regionId } } } },
        ],
      },
      select: {
        completedAt: true,
        order: { select: { number: true } },
        seller: { select: { nameZh: true, nameEn: true } },
        lines: {
          orderBy: { id: 'asc' },
          select: {
            id: true,
            titleZh: true,
            titleEn: true,
            quantity: true,
            priceFen: true,
            amountFen: true,
            discountFen: true,
            borneFen: true,
            variant: {
              select: { product: { select: { craft: { select: { nameZh: true, nameEn: true } } } } },
            },
          },
        },
        refundLines: {
          orderBy: { refund: { createdAt: 'asc' } },
          select: {
            id: true,
            orderLineId: true,
            quantity: true,
            amountFen: true,
            borneFen: true,
            refund: { select: { createdAt: true } },
          },
        },
      },
    })
    if (!part) throw notFound()
    const [leftOut] = await tx.$queryRaw<{ isLeftOut: boolean }[]>`
      SELECT EXISTS (SELECT 1 FROM "LeftOutSale" WHERE "sellerOrderId" = ${sellerOrderId}::uuid) AS "isLeftOut"`
    const inEnglish = locale === 'en'
    const lines = part.lines.map((line) => {
      const craft = line.variant?.product.craft ?? null
      return {
        id: line.id,
        title: (inEnglish && line.titleEn) || line.titleZh,
        craft: craft && (inEnglish ? craft.nameEn : craft.nameZh),
        quantity: line.quantity,
        priceFen: toSafeNumber(line.priceFen),
        paidFen: toSafeNumber(line.amountFen - line.discountFen + line.borneFen),
      }
    })
    return {
      orderNumber: part.order.number,
      seller: inEnglish ? part.seller.nameEn : part.seller.nameZh,
      completedOn: part.completedAt && dayOf(part.completedAt),
      isLeftOut: leftOut?.isLeftOut ?? false,
      lines,
      refunds: part.refundLines.map(({ id, orderLineId, quantity, amountFen, borneFen, refund }) => ({
        id,
        on: dayOf(refund.createdAt),
        title: lines.find((line) => line.id === orderLineId)?.title ?? null,
        quantity,
        amountFen: toSafeNumber(amountFen + borneFen),
      })),
    }
  })
}

import type { AbroadQuote } from '~/modules/abroad/send-abroad'
import type { AddressContent } from '~/modules/addresses/schema'
import type { Actor } from '~/modules/auth/actor'
import { makersPartOf, makersShareOf } from '~/modules/ledger/line-money'
import { isOwnSeller } from '~/modules/mandates/is-own-seller.server'
import { pictureSelect } from '~/modules/media/picture'
import { type Day, dayOf, fromDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import type { Locale } from '~/platform/i18n/locale'
import { sum, toSafeNumber } from '~/platform/money'
import { lineView, type OrderPageLine, type ParcelTrack, trackSelect } from './get-order-page.server'
import { readContact } from './seal-contact.server'

export type WorkLine = OrderPageLine & {
  /** what of a promotion she bears herself */
  ownDiscountFen: number
  commissionFen: number
  commissionBps: number
  /** her broker's cut; 0 without one */
  brokerFen: number
  brokerBps: number
  herFen: number
  makeDays: number | null
}

/** One parcel as its maker sees it: what, by when, to whom, and what she will earn, line by line. */
export type SellerWorkPage = {
  /** false for whoever acts for her: what she earns is then not told, every amount of it is 0 */
  isOwn: boolean
  id: string
  number: string
  status: 'to_ship' | 'shipped' | 'received' | 'completed' | 'cancelled'
  shipBy: Day | null
  late: boolean
  note: string | null
  giftNote: string | null
  hidePrices: boolean
  postageFen: number
  /** her part of what went back to the buyer */
  givenBackFen: number
  lines: WorkLine[]
  /** while the parcel is hers to send or on its way, else null */
  contact: AddressContent | null
  /** when it goes abroad: how heavy, and what the buyer chose; customs ask for a form */
  abroad: ({ grams: number } & Pick<AbroadQuote, 'service' | 'daysFrom' | 'daysTo' | 'isTracked'>) | null
  shipments: (ParcelTrack & { shippedAt: string })[]
  receivedAt: string | null
  completeAfter: string | null
  completedAt: string | null
}

type Input = { actor: Actor; sellerOrderId: string; locale: Locale }

/** Somebody else's parcel is a 404, and so is one that was never paid. */
export function getSellerWork({ actor, sellerOrderId, locale }: Input): Promise<SellerWorkPage> {
  return inScope(actor, async (tx) => {
    const row = await tx.sellerOrder.findFirst({
      where: { id: sellerOrderId, sellerId: { in: actor.sellerIds } },
      select: {
        id: true,
        orderId: true,
        sellerId: true,
        status: true,
        shipBy: true,
        postageFen: true,
        parcelGrams: true,
        postageRate: { select: { service: true, daysFrom: true, daysTo: true, isTracked: true } },
        receivedAt: true,
        completeAfter: true,
        completedAt: true,
        order: {
          select: { number: true, words: { select: { note: true, giftNote: true } }, hidePrices: true },
        },
        refundLines: {
          where: { bearer: 'seller' },
          select: { amountFen: true, borneFen: true, commissionFen: true, brokerFen: true },
        },
        shipments: { select: { ...trackSelect, shippedAt: true } },
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
            commissionFen: true,
            commissionBps: true,
            brokerFen: true,
            brokerBps: true,
            makeDays: true,
            specification: true,
            said: { select: { answers: true } },
            media: { select: pictureSelect },
          },
        },
      },
    })
    if (!row || row.status === 'pending_payment' || !row.shipBy) throw notFound()
    const shipBy = fromDateColumn(row.shipBy)
    const isOwn = await isOwnSeller(tx, { actor, sellerId: row.sellerId })
    return {
      isOwn,
      id: row.id,
      number: row.order.number,
      status: row.status,
      shipBy,
      late: row.status === 'to_ship' && shipBy < dayOf(await appNow(tx)),
      note: row.order.words?.note ?? null,
      giftNote: row.order.words?.giftNote ?? null,
      hidePrices: row.order.hidePrices,
      postageFen: isOwn ? toSafeNumber(row.postageFen) : 0,
      givenBackFen: isOwn ? toSafeNumber(sum(row.refundLines.map(makersPartOf))) : 0,
      contact: await readContact(tx, row.orderId),
      abroad:
        row.postageRate && row.parcelGrams !== null ? { grams: row.parcelGrams, ...row.postageRate } : null,
      lines: row.lines.map((line) => ({
        ...lineView(line, locale),
        ...(isOwn ? earningOf(line) : noEarning),
        makeDays: line.makeDays,
      })),
      shipments: row.shipments.map((shipment) => ({
        ...shipment,
        shippedAt: shipment.shippedAt.toISOString(),
      })),
      receivedAt: row.receivedAt?.toISOString() ?? null,
      completeAfter: row.completeAfter?.toISOString() ?? null,
      completedAt: row.completedAt?.toISOString() ?? null,
    }
  })
}

type LineMoney = Parameters<typeof makersShareOf>[0] & {
  discountFen: bigint
  borneFen: bigint
  commissionBps: number
  brokerBps: number | null
}

function earningOf(line: LineMoney) {
  return {
    ownDiscountFen: toSafeNumber(line.discountFen - line.borneFen),
    commissionFen: toSafeNumber(line.commissionFen),
    commissionBps: line.commissionBps,
    brokerFen: toSafeNumber(line.brokerFen ?? 0n),
    brokerBps: line.brokerBps ?? 0,
    herFen: toSafeNumber(makersShareOf(line)),
  }
}

const noEarning = {
  ownDiscountFen: 0,
  commissionFen: 0,
  commissionBps: 0,
  brokerFen: 0,
  brokerBps: 0,
  herFen: 0,
}

import type { CarrierState, MakeMode } from '~/generated/prisma/enums'
import { destinationView } from '~/modules/abroad/destination-view'
import { findAbroadTerms } from '~/modules/abroad/find-abroad-terms.server'
import type { AbroadQuote } from '~/modules/abroad/send-abroad'
import { addressText } from '~/modules/addresses/address-view'
import { type AnswerView, answersIn } from '~/modules/catalog/wishes'
import { pictureOf, pictureSelect } from '~/modules/media/picture'
import { paidByOf } from '~/modules/promotions/paid-by'
import type { PaidBy } from '~/modules/promotions/promotion-view'
import { readSetting } from '~/modules/settings/read-setting.server'
import { addDays, type Day, dayOf, fromDateColumn } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { maskPhone } from '~/platform/fields'
import type { Locale } from '~/platform/i18n/locale'
import { sum, toSafeNumber } from '~/platform/money'
import type { PhotoData } from '~/ui/photo'
import { type OrderShares, sharesOf } from './order-shares'
import { LineSpecification } from './schema'
import { readContact, readOwnPhone } from './seal-contact.server'
import { usualArrival } from './usual-arrival'

/** A parcel that was handed over, and what its carrier last said of it. */
export type ParcelTrack = {
  carrier: string
  trackingNumber: string
  carrierState: CarrierState | null
  carrierWords: string | null
}

export const trackSelect = {
  carrier: true,
  trackingNumber: true,
  carrierState: true,
  carrierWords: true,
} as const

const orderPageSelect = {
  number: true,
  country: true,
  status: true,
  itemsFen: true,
  discountFen: true,
  promotionUse: {
    select: {
      promotion: {
        select: {
          nameZh: true,
          nameEn: true,
          bearer: true,
          organisation: { select: { nameZh: true, nameEn: true } },
        },
      },
    },
  },
  postageFen: true,
  totalFen: true,
  words: { select: { note: true, giftNote: true } },
  hidePrices: true,
  placedAt: true,
  paidAt: true,
  payBy: true,
  closedAt: true,
  dues: { select: { payments: { select: { refunds: { select: { state: true, amountMinor: true } } } } } },
  sellerOrders: {
    orderBy: { id: 'asc' },
    select: {
      id: true,
      status: true,
      itemsFen: true,
      discountFen: true,
      postageFen: true,
      together: { select: { seller: { select: { nameZh: true, nameEn: true } } } },
      postageRate: { select: { service: true, daysFrom: true, daysTo: true, isTracked: true } },
      shipBy: true,
      shippedAt: true,
      receivedAt: true,
      receivedHow: true,
      completeAfter: true,
      completedAt: true,
      seller: {
        select: {
          nameZh: true,
          nameEn: true,
          slug: true,
          county: { select: { nameZh: true, nameEn: true } },
        },
      },
      refundLines: {
        select: {
          orderLineId: true,
          amountFen: true,
          borneFen: true,
          commissionFen: true,
          brokerFen: true,
          bearer: true,
        },
      },
      shipments: { select: trackSelect, take: 5 },
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
          brokerFen: true,
          makeMode: true,
          makeDays: true,
          specification: true,
          said: { select: { answers: true } },
          media: { select: pictureSelect },
        },
      },
    },
  },
} as const

export type OrderPageLine = {
  id: string
  title: string
  titleLang: 'zh-CN' | 'en'
  slug: string
  variant: string | null
  /** what the buyer answered to the maker's questions */
  answers: AnswerView[]
  quantity: number
  priceFen: number
  amountFen: number
  photo: PhotoData | null
}

type SentBy = Pick<AbroadQuote, 'service' | 'daysFrom' | 'daysTo' | 'isTracked'>

export type OrderPageParcel = {
  id: string
  status: 'pending_payment' | 'to_ship' | 'shipped' | 'received' | 'completed' | 'cancelled'
  sellerName: string
  sellerSlug: string
  county: string
  itemsFen: number
  /** what a promotion took off its goods */
  discountFen: number
  postageFen: number
  /** the base that puts it into one parcel with others of the order; null: a parcel of its own */
  together: string | null
  /** abroad: how it goes, and for how many days; null inside the mainland */
  sentBy: SentBy | null
  /** something in it is made for this order; else all of it lies ready */
  isMade: boolean
  shipBy: string | null
  shippedAt: string | null
  /** the day by which it has usually arrived, see `usualArrival` */
  arrivesBy: Day | null
  receivedAt: string | null
  receivedHow: 'buyer' | 'carrier' | 'lapse' | null
  /** the last day on which something in it may be given back without a reason; null before it was received, and where all of it was made for her */
  returnBy: Day | null
  completeAfter: string | null
  completedAt: string | null
  shipments: ParcelTrack[]
  lines: OrderPageLine[]
}

/** What the buyer sees of her order: days and instants as ISO text, money as safe numbers of fen. */
export type OrderPage = {
  number: string
  /** where its parcels go, ISO 3166 */
  country: string
  /** abroad: who pays what when a parcel arrives there, in words; else empty */
  duties: string[]
  status: 'pending_payment' | 'paid' | 'expired' | 'cancelled'
  placedAt: string
  paidAt: string | null
  payBy: string
  note: string | null
  giftNote: string | null
  hidePrices: boolean
  /** as `isPresent` says of an order */
  isPresent: boolean
  /** masked: what whoever ordered a present gave as hers; null without */
  ownPhone: string | null
  itemsFen: number
  discountFen: number
  /** whose discount it is; null without one */
  promotionName: string | null
  /** who pays for it */
  promotionPaidBy: PaidBy | null
  postageFen: number
  totalFen: number
  shares: OrderShares
  /** what was cancelled or refunded of its goods and postage, on its way to her or there */
  givenBackFen: number
  refundedFen: number
  refundUnderWay: boolean
  contact: { name: string; phone: string; address: string } | null
  parcels: OrderPageParcel[]
}

/** An order for those who may follow it; the caller has checked that (requireOrderAccess). */
export function unsafeGetOrderPage({
  orderId,
  locale,
}: {
  orderId: string
  locale: Locale
}): Promise<OrderPage> {
  return inScope({ job: 'order_access' }, async (tx) => {
    const order = await tx.order.findUniqueOrThrow({ where: { id: orderId }, select: orderPageSelect })
    const contact = await readContact(tx, orderId)
    const terms = await findAbroadTerms(order.country, tx)
    const usualWayDays = order.country === 'CN' ? await readSetting('orders.usualWayDays', tx) : null
    const isPresent = order.hidePrices || Boolean(order.words?.giftNote)
    const ownPhone = isPresent ? await readOwnPhone(tx, orderId) : null
    const refunds = order.dues.flatMap((due) => due.payments.flatMap((payment) => payment.refunds))
    return {
      number: order.number,
      country: order.country,
      duties: terms ? destinationView(terms.country, locale).duties : [],
      status: order.status,
      placedAt: order.placedAt.toISOString(),
      paidAt: iso(order.paidAt),
      payBy: order.payBy.toISOString(),
      note: order.words?.note ?? null,
      giftNote: order.words?.giftNote ?? null,
      hidePrices: order.hidePrices,
      isPresent,
      ownPhone: ownPhone && maskPhone(ownPhone),
      itemsFen: toSafeNumber(order.itemsFen),
      discountFen: toSafeNumber(order.discountFen),
      promotionName: nameOf(order.promotionUse?.promotion ?? null, locale),
      promotionPaidBy: order.promotionUse && paidByOf(order.promotionUse.promotion, locale),
      postageFen: toSafeNumber(order.postageFen),
      totalFen: toSafeNumber(order.totalFen),
      shares: sharesOf(order),
      givenBackFen: toSafeNumber(
        sum(order.sellerOrders.flatMap((parcel) => parcel.refundLines.map(({ amountFen }) => amountFen))),
      ),
      refundedFen: toSafeNumber(
        sum(refunds.filter(({ state }) => state === 'succeeded').map(({ amountMinor }) => amountMinor)),
      ),
      refundUnderWay: refunds.some(({ state }) => state === 'requested' || state === 'sent'),
      contact: contact && {
        name: contact.name,
        phone: maskPhone(contact.phone),
        address: addressText(contact),
      },
      parcels: order.sellerOrders.map((parcel) => parcelView(parcel, { locale, usualWayDays })),
    }
  })
}

type Named = { nameZh: string; nameEn: string }

type ParcelRow = {
  id: string
  status: OrderPageParcel['status']
  itemsFen: bigint
  discountFen: bigint
  postageFen: bigint
  together: { seller: Named } | null
  postageRate: SentBy | null
  shipBy: Date | null
  shippedAt: Date | null
  receivedAt: Date | null
  receivedHow: OrderPageParcel['receivedHow']
  completeAfter: Date | null
  completedAt: Date | null
  seller: { nameZh: string; nameEn: string; slug: string; county: { nameZh: string; nameEn: string | null } }
  shipments: ParcelTrack[]
  lines: (LineRow & { makeMode: MakeMode })[]
}

type LineRow = {
  id: string
  titleZh: string
  titleEn: string | null
  quantity: number
  priceFen: bigint
  amountFen: bigint
  specification: unknown
  said: { answers: unknown } | null
  media: Parameters<typeof pictureOf>[0] | null
}

function parcelView(
  parcel: ParcelRow,
  { locale, usualWayDays }: { locale: Locale; usualWayDays: number | null },
): OrderPageParcel {
  const { seller, status, shippedAt, postageRate } = parcel
  const shipBy = parcel.shipBy && fromDateColumn(parcel.shipBy)
  const wayDays = postageRate?.daysTo ?? usualWayDays
  return {
    id: parcel.id,
    status,
    sellerName: locale === 'en' ? seller.nameEn : seller.nameZh,
    sellerSlug: seller.slug,
    county: locale === 'en' ? (seller.county.nameEn ?? seller.county.nameZh) : seller.county.nameZh,
    itemsFen: toSafeNumber(parcel.itemsFen),
    discountFen: toSafeNumber(parcel.discountFen),
    postageFen: toSafeNumber(parcel.postageFen),
    together: nameOf(parcel.together?.seller ?? null, locale),
    sentBy: postageRate,
    isMade: parcel.lines.some(isMadeForHer),
    shipBy,
    shippedAt: iso(shippedAt),
    arrivesBy: usualArrival({ status, shipBy, shippedAt, wayDays }),
    receivedAt: iso(parcel.receivedAt),
    receivedHow: parcel.receivedHow,
    returnBy: returnBy(parcel),
    completeAfter: iso(parcel.completeAfter),
    completedAt: iso(parcel.completedAt),
    shipments: parcel.shipments,
    lines: parcel.lines.map((line) => lineView(line, locale)),
  }
}

function isMadeForHer({ makeMode, said }: ParcelRow['lines'][number]): boolean {
  return makeMode === 'made_to_order' || said !== null
}

function returnBy({ status, completeAfter, lines }: ParcelRow): Day | null {
  return status === 'received' && completeAfter && !lines.every(isMadeForHer)
    ? addDays(dayOf(completeAfter), -1)
    : null
}

/** A line as pages show it: the English title when there was one at the sale. */
export function lineView(line: LineRow, locale: Locale): OrderPageLine {
  const specification = LineSpecification.parse(line.specification)
  const inEnglish = locale === 'en' && line.titleEn !== null
  const title = inEnglish && line.titleEn ? line.titleEn : line.titleZh
  return {
    id: line.id,
    title,
    titleLang: inEnglish ? 'en' : 'zh-CN',
    slug: specification.slug,
    variant: locale === 'en' ? (specification.variantEn ?? specification.variantZh) : specification.variantZh,
    answers: answersIn(locale, line.said?.answers ?? []),
    quantity: line.quantity,
    priceFen: toSafeNumber(line.priceFen),
    amountFen: toSafeNumber(line.amountFen),
    photo: line.media && pictureOf(line.media, locale, title),
  }
}

function nameOf(named: Named | null, locale: Locale): string | null {
  return named && (locale === 'en' ? named.nameEn : named.nameZh)
}

function iso(instant: Date | null): string | null {
  return instant?.toISOString() ?? null
}

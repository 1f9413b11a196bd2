import type { DisputeState, SellerOrderStatus } from '~/generated/prisma/enums'
import { paidOf } from '~/modules/ledger/line-money'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { dayOf } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import type { Prisma } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { sum, toSafeNumber } from '~/platform/money'
import { daysLeft } from './deadline'
import { type DisputeMoment, storyOf } from './dispute-story'
import { type Draft, type FileKind, type TextKind, textKinds } from './evidence'
import { findDraft, type KeptFile } from './find-draft.server'

const parcelSelect = {
  id: true,
  status: true,
  shippedAt: true,
  receivedAt: true,
  receivedHow: true,
  cancelledAt: true,
  cancelWords: { select: { note: true } },
  seller: { select: { nameZh: true, nameEn: true } },
  shipments: { select: { carrier: true, trackingNumber: true }, take: 5 },
  lines: {
    orderBy: { id: 'asc' },
    select: { id: true, titleZh: true, titleEn: true, quantity: true, amountFen: true, discountFen: true },
  },
} as const satisfies Prisma.SellerOrderSelect

const select = {
  id: true,
  state: true,
  amountMinor: true,
  currency: true,
  reason: true,
  settlementMinor: true,
  settlementCurrency: true,
  feeMinor: true,
  evidenceDueBy: true,
  openedAt: true,
  submittedAt: true,
  closedAt: true,
  events: {
    orderBy: { id: 'asc' },
    select: { id: true, at: true, cause: true, actorUserId: true, state: true },
  },
  payment: {
    select: {
      paidAt: true,
      refunds: {
        where: { state: 'succeeded' },
        select: { id: true, amountMinor: true, finishedAt: true },
      },
      due: {
        select: {
          order: {
            select: {
              number: true,
              words: { select: { note: true } },
              placedAt: true,
              totalFen: true,
              sellerOrders: { orderBy: { id: 'asc' }, select: parcelSelect },
            },
          },
        },
      },
    },
  },
} as const satisfies Prisma.DisputeSelect

export type DisputedParcel = {
  id: string
  status: SellerOrderStatus
  sellerZh: string
  sellerEn: string
  shippedAt: string | null
  receivedAt: string | null
  shipments: { carrier: string; trackingNumber: string }[]
  /** amountFen: what the buyer paid for it */
  lines: { id: string; titleZh: string; titleEn: string | null; quantity: number; amountFen: number }[]
}

/** A dispute as finance answers it: what the bank says and takes, what we hold about the sale, and what was gathered so far. */
export type DisputePage = {
  id: string
  state: DisputeState
  reason: string
  /** minor units of `currency` */
  amount: number
  currency: string
  /** what left our account for it, with the provider's fee; null while the bank only asks */
  taken: { amount: number; fee: number; currency: string } | null
  dueBy: string | null
  daysLeft: number | null
  submittedAt: string | null
  closedAt: string | null
  order: { number: string; note: string | null; totalFen: number; refundedFen: number }
  parcels: DisputedParcel[]
  story: DisputeMoment[]
  /** what the form of words shows: the draft, and what our books suggest where nothing was written yet */
  texts: Partial<Record<TextKind, string>>
  files: ({ kind: FileKind } & KeptFile)[]
  /** the last row of evidence; '' when there is none */
  seen: string
}

/** 404 when there is none. The caller has checked that it is finance who asks. */
export function unsafeGetDispute(disputeId: string): Promise<DisputePage> {
  return inScope({ job: 'payout' }, async (tx) => {
    const row = await tx.dispute.findUnique({ where: { id: disputeId }, select })
    if (!row) throw notFound()
    const draft = await findDraft(tx, disputeId)
    const names = await findStaffNames(
      tx,
      row.events.map(({ actorUserId }) => actorUserId),
    )
    const { order } = row.payment.due
    return {
      id: row.id,
      state: row.state,
      reason: row.reason,
      amount: toSafeNumber(row.amountMinor),
      currency: row.currency,
      taken: takenOf(row),
      dueBy: row.evidenceDueBy?.toISOString() ?? null,
      daysLeft: row.evidenceDueBy && daysLeft(row.evidenceDueBy),
      submittedAt: row.submittedAt?.toISOString() ?? null,
      closedAt: row.closedAt?.toISOString() ?? null,
      order: {
        number: order.number,
        note: order.words?.note ?? null,
        totalFen: toSafeNumber(order.totalFen),
        refundedFen: toSafeNumber(sum(row.payment.refunds.map(({ amountMinor }) => amountMinor))),
      },
      parcels: order.sellerOrders.map(parcelOf),
      story: storyOf({ ...row, order, names }),
      texts: { ...untouched(suggested(order.sellerOrders), draft), ...Object.fromEntries(draft.texts) },
      files: [...draft.files].map(([kind, { file }]) => ({ kind, ...file })),
      seen: draft.newest ?? '',
    }
  })
}

type Row = Prisma.DisputeGetPayload<{ select: typeof select }>
type ParcelRow = Prisma.SellerOrderGetPayload<{ select: typeof parcelSelect }>

function takenOf({ settlementMinor, settlementCurrency, feeMinor }: Row): DisputePage['taken'] {
  if (settlementMinor === null || settlementCurrency === null) return null
  return {
    amount: toSafeNumber(settlementMinor),
    fee: toSafeNumber(feeMinor ?? 0n),
    currency: settlementCurrency,
  }
}

function parcelOf(row: ParcelRow): DisputedParcel {
  return {
    id: row.id,
    status: row.status,
    sellerZh: row.seller.nameZh,
    sellerEn: row.seller.nameEn,
    shippedAt: row.shippedAt?.toISOString() ?? null,
    receivedAt: row.receivedAt?.toISOString() ?? null,
    shipments: row.shipments,
    lines: row.lines.map(({ amountFen, discountFen, ...line }) => ({
      ...line,
      amountFen: toSafeNumber(paidOf({ amountFen, discountFen })),
    })),
  }
}

/** What was emptied on purpose is not suggested again. */
function untouched(texts: DisputePage['texts'], { emptied }: Draft<KeptFile>): DisputePage['texts'] {
  const left = textKinds.filter((kind) => !emptied.includes(kind))
  return Object.fromEntries(left.map((kind) => [kind, texts[kind] ?? '']))
}

/** The bank reads English: titles in English where there are any, carriers by their code. */
function suggested(parcels: readonly ParcelRow[]): DisputePage['texts'] {
  const shipments = parcels.flatMap((parcel) => parcel.shipments)
  const pieces = parcels.flatMap((parcel) => parcel.lines)
  const days = parcels.flatMap(({ shippedAt }) => (shippedAt ? [dayOf(shippedAt)] : []))
  return {
    product_description: pieces
      .map(({ quantity, titleEn, titleZh }) => `${quantity} × ${titleEn ?? titleZh}`)
      .join('\n'),
    shipping_carrier: [...new Set(shipments.map(({ carrier }) => carrier))].join(', '),
    shipping_tracking_number: shipments.map(({ trackingNumber }) => trackingNumber).join(', '),
    shipping_date: [...new Set(days)].join(', '),
  }
}

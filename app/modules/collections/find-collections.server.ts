import type { Actor } from '~/modules/auth/actor'
import { type Day, dayOf, fromDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import type { Locale } from '~/platform/i18n/locale'
import { findPlaces } from './find-places.server'
import { findBaseOf } from './hand-to-base.server'

/** A part at a base: whose, what, by when. Where it goes stands on its label alone. */
export type CollectedPart = {
  sellerOrderId: string
  number: string
  maker: string
  title: string
  pieces: number
  shipBy: Day | null
  late: boolean
}

/** What can go with others in one parcel: those of one place share a number, 0 for the place that is to be sent to first. */
export type PartToSend = CollectedPart & { place: number }

export type Collections = {
  base: string
  toReceive: CollectedPart[]
  toSend: PartToSend[]
  /** given up while they lay here: they go back to their makers */
  toGiveBack: CollectedPart[]
}

/** The bases whose work somebody sees. */
async function findOwnBases({ actor }: { actor: Actor }): Promise<string[]> {
  const bases = await prisma.baseProfile.findMany({
    where: { sellerId: { in: actor.sellerIds } },
    select: { sellerId: true },
    take: 20,
  })
  return bases.map(({ sellerId }) => sellerId)
}

/** What makers have handed to a base of hers and is not sent yet, soonest first; a person without a base finds no such page. */
export async function findCollections({
  actor,
  locale,
}: {
  actor: Actor
  locale: Locale
}): Promise<Collections> {
  const bases = await findOwnBases({ actor })
  if (bases.length === 0) throw notFound()
  const today = dayOf(await appNow())
  const name = (seller: { nameZh: string; nameEn: string }) =>
    locale === 'en' ? seller.nameEn : seller.nameZh
  const rows = await prisma.collection.findMany({
    where: {
      baseId: { in: bases },
      endedAt: null,
      sellerOrder: { status: { in: ['to_ship', 'cancelled'] } },
    },
    orderBy: [{ sellerOrder: { shipBy: 'asc' } }, { id: 'asc' }],
    take: 100,
    select: {
      receivedAt: true,
      sellerOrder: {
        select: {
          id: true,
          status: true,
          shipBy: true,
          orderId: true,
          order: { select: { number: true } },
          seller: { select: { nameZh: true, nameEn: true } },
          lines: { orderBy: { id: 'asc' }, select: { titleZh: true, titleEn: true, quantity: true } },
        },
      },
    },
  })
  const parts = rows.map(
    ({ receivedAt, sellerOrder: { id, status, orderId, order, seller, lines, ...row } }) => {
      const [first] = lines
      const shipBy = row.shipBy && fromDateColumn(row.shipBy)
      return {
        isGone: status === 'cancelled',
        isReceived: receivedAt !== null,
        orderId,
        part: {
          sellerOrderId: id,
          number: order.number,
          maker: name(seller),
          title: (locale === 'en' && first?.titleEn) || (first?.titleZh ?? ''),
          pieces: lines.reduce((count, line) => count + line.quantity, 0),
          shipBy,
          late: shipBy !== null && shipBy < today,
        },
      }
    },
  )
  const own = await prisma.seller.findMany({
    where: { id: { in: bases } },
    select: { nameZh: true, nameEn: true },
  })
  const here = parts.filter(({ isGone, isReceived }) => !isGone && isReceived)
  const places = await inScope({ person: actor.personId }, (tx) =>
    findPlaces(
      tx,
      here.map(({ orderId }) => orderId),
    ),
  )
  return {
    base: own.map(name).join(' · '),
    toReceive: parts.flatMap(({ isGone, isReceived, part }) => (isGone || isReceived ? [] : [part])),
    toSend: here
      .map(({ orderId, part }) => ({ ...part, place: places.get(orderId) ?? 0 }))
      .toSorted((a, b) => a.place - b.place),
    toGiveBack: parts.flatMap(({ isGone, part }) => (isGone ? [part] : [])),
  }
}

/** How many parts wait to be received or sent at her bases; null for somebody without one. */
export async function countCollections({ actor }: { actor: Actor }): Promise<number | null> {
  const bases = await findOwnBases({ actor })
  if (bases.length === 0) return null
  return prisma.collection.count({
    where: {
      baseId: { in: bases },
      endedAt: null,
      sellerOrder: { status: { in: ['to_ship', 'cancelled'] } },
    },
  })
}

/** What a maker may do about a part with her base, by name; null when she works with none and it is at none. */
export type HandOver = {
  base: string
  state: 'here' | 'handed' | 'received' | 'sent'
  /** its postage is a share of what the buyer pays once for all that goes by the base */
  isTogether: boolean
}

/** Whether a part of hers can go through the base, lies there, or went from there; the caller has checked that it is hers. */
export async function unsafeFindHandOver(sellerOrderId: string, locale: Locale): Promise<HandOver | null> {
  const part = await prisma.sellerOrder.findUniqueOrThrow({
    where: { id: sellerOrderId },
    select: {
      sellerId: true,
      status: true,
      togetherId: true,
      collections: {
        where: { endedAt: null },
        select: {
          receivedAt: true,
          base: { select: { seller: { select: { nameZh: true, nameEn: true } } } },
        },
      },
    },
  })
  const [open] = part.collections
  const base = open?.base.seller ?? (await findBaseOf(prisma, part.sellerId))
  if (!base || (!open && part.status !== 'to_ship')) return null
  const name = locale === 'en' ? base.nameEn : base.nameZh
  const over = { base: name, isTogether: part.togetherId !== null }
  if (!open) return { ...over, state: 'here' }
  if (part.status !== 'to_ship') return { ...over, state: 'sent' }
  return { ...over, state: open.receivedAt ? 'received' : 'handed' }
}

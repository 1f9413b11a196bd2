import type { CorrectionField, SellerKind } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { findMaskedPhone } from '~/modules/people/find-masked-phone.server'
import { findPlaceNames, type PlaceName } from '~/modules/regions/find-place-names.server'
import { addDays, type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { findOwnHousehold, type OwnHousehold } from './find-own-household.server'

/** Days before the end of a verification from which on it may be renewed. */
export const renewalDays = 30

export type OwnShop = {
  sellerId: string
  name: { zh: string; en: string }
  kind: SellerKind
  place: PlaceName
  verifiedUntil: Day
  /** over: nothing new is listed */
  isOver: boolean
  /** it is time to look at what is on file */
  isDue: boolean
  /** she has, and the county has not yet */
  isWaiting: boolean
}

export type OwnCorrection = {
  id: string
  field: CorrectionField
  words: string
  askedOn: Day
  isCorrected: boolean | null
  answer: string | null
}

export type OwnRecord = {
  name: string | null
  maskedPhone: string | null
  birthYear: number | null
  place: PlaceName | null
  shops: OwnShop[]
  household: OwnHousehold
  corrections: OwnCorrection[]
}

/** What is on file about a maker, her shops and her household, until when it is verified, and what she has asked to be corrected. */
export function findOwnRecord({ actor }: { actor: Actor }): Promise<OwnRecord> {
  const { personId } = actor
  return inScope({ person: personId }, async (tx) => {
    const person = await tx.person.findUniqueOrThrow({
      where: { id: personId },
      select: { name: true, birthYear: true, regionId: true },
    })
    const { name, birthYear, regionId } = person
    const places = regionId ? await findPlaceNames(tx, [regionId]) : null
    const corrections = await tx.correctionRequest.findMany({
      where: { personId },
      orderBy: { askedAt: 'desc' },
      take: 50,
      select: { id: true, field: true, words: true, askedAt: true, isCorrected: true, answer: true },
    })
    return {
      name,
      birthYear,
      maskedPhone: await findMaskedPhone(tx, personId),
      place: (regionId && places?.get(regionId)) || null,
      shops: await findShops(tx, personId),
      household: await findOwnHousehold(tx, personId),
      corrections: corrections.map(({ askedAt, ...one }) => ({ ...one, askedOn: dayOf(askedAt) })),
    }
  })
}

async function findShops(tx: Tx, personId: string): Promise<OwnShop[]> {
  const now = await appNow(tx)
  const rows = await tx.seller.findMany({
    where: {
      people: { some: { personId, role: 'owner', validTo: null } },
      status: { in: ['active', 'paused'] },
    },
    orderBy: { createdAt: 'asc' },
    select: {
      ...{ id: true, nameZh: true, nameEn: true, kind: true, regionId: true, verifiedUntil: true },
      renewals: { where: { checkedAt: null }, select: { id: true } },
    },
  })
  const places = await findPlaceNames(
    tx,
    rows.map(({ regionId }) => regionId),
  )
  const dueFrom = addDays(dayOf(now), renewalDays)
  return rows.map(({ id, nameZh, nameEn, kind, regionId, verifiedUntil, renewals }) => ({
    sellerId: id,
    name: { zh: nameZh, en: nameEn },
    kind,
    place: places.get(regionId) ?? { zh: '', en: '' },
    verifiedUntil: dayOf(verifiedUntil),
    isOver: verifiedUntil <= now,
    isDue: dayOf(verifiedUntil) <= dueFrom,
    isWaiting: renewals.length > 0,
  }))
}

import type { Tx } from '~/platform/db/prisma.server'

/** What the loaders share: the owner's transaction, the shop's time, and ids by key of what was loaded before. */
export type LoadContext = {
  tx: Tx
  now: Date
  random: () => number
  regions: Map<string, string>
  media: Map<string, { id: string; shot: string }>
  crafts: Map<string, { id: string; nameZh: string; nameEn: string }>
  terms: Map<string, string>
  people: Map<string, { personId: string; keyId: string; secret: Buffer }>
  users: Map<string, string>
  households: Map<string, string>
  sellers: Map<string, LoadedSeller>
  goods: LoadedGoods[]
  commissionRuleId: string
  postageRuleId: string
  madeToOrderTextId: string
}

export type LoadedSeller = {
  id: string
  partyId: string
  regionId: string
  isIndividual: boolean
  /** nothing of hers was sold before */
  openSince: Date
  ownerId: string
}

/** A variant that can be sold, with what an order line freezes. */
export type LoadedGoods = {
  variantId: string
  stockItemId: string | null
  sellerKey: string
  titleZh: string
  titleEn: string | null
  materials: string
  serial: string
  slug: string
  variantZh: string | null
  variantEn: string | null
  makingMinutes: number
  makeMode: 'stock' | 'made_to_order' | 'one_of_a_kind'
  makeDays: number | null
  priceFen: bigint
  mediaId: string | null
}

const dayLength = 24 * 60 * 60 * 1000

/** An instant so many days (and hours) before the loading. */
export function before(now: Date, days: number, hours = 0): Date {
  return new Date(now.getTime() - days * dayLength - hours * 60 * 60 * 1000)
}

/** Deterministic numbers in [0, 1): the same seed always gives the same sample data. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A UUIDv7 of an instant, so that rows of the past sort as if they had been made then. */
export function idAt(instant: Date): string {
  const time = instant.getTime().toString(16).padStart(12, '0')
  const rest = crypto.randomUUID()
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(15, 18)}-${rest.slice(19)}`
}

/** What must be there by now; a missing key is a fault of the sample data. */
export function need<T>(map: Map<string, T>, key: string): T {
  const value = map.get(key)
  if (value === undefined) throw new Error(`the sample data names ${key}, which does not exist`)
  return value
}

import { type PostageRule, postageOf } from '~/modules/settings/find-rules.server'
import { split, sum } from '~/platform/money'

/** What one seller sends in an order, and the base by which it goes together with others; null: alone. Fen. */
type OwnParcel = { sellerId: string; togetherId: string | null; itemsFen: bigint }

/** `goodsFen`: all that goes with it in one parcel, its own goods included. `isShared`: others of the base are in it. */
type ParcelPostage = { postageFen: bigint; goodsFen: bigint; isShared: boolean }

/**
 * Postage of the parcels of one order inside the mainland, in their order. Parcels that go together by a base cost one postage, by the rule for all their goods; each maker bears and earns of it
 * what her goods are of theirs, to the fen (docs/decisions/014). A parcel with nothing that can be bought costs nothing.
 */
export function combinePostage(rule: PostageRule, parcels: readonly OwnParcel[]): ParcelPostage[] {
  const wayOf = ({ togetherId, sellerId }: OwnParcel) => togetherId ?? sellerId
  const shares = new Map<OwnParcel, ParcelPostage>()
  for (const way of new Set(parcels.map(wayOf))) {
    const own = parcels.filter((parcel) => wayOf(parcel) === way && parcel.itemsFen > 0n)
    const goodsFen = sum(own.map(({ itemsFen }) => itemsFen))
    const weights = own.map(({ itemsFen }) => itemsFen)
    const parts = own.length === 0 ? [] : split(postageOf(rule, goodsFen), weights)
    own.forEach((parcel, at) => {
      shares.set(parcel, { postageFen: parts[at] ?? 0n, goodsFen, isShared: own.length > 1 })
    })
  }
  return parcels.map((parcel) => shares.get(parcel) ?? { postageFen: 0n, goodsFen: 0n, isShared: false })
}

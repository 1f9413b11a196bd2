import type { OrderPage } from './get-order-page.server'
import type { ParcelStory } from './parcel-events'

/** A parcel of a present, as whoever receives it sees it: where it is, and not what is in it. */
export type PresentParcelView = ParcelStory & {
  id: string
  sellerName: string
  county: string
  /** the base that puts it into one parcel with others of the order; null: a parcel of its own */
  together: string | null
}

/** What a present's receiver sees of its order: no piece, no sum, no words but those of the card that lies in the parcel. */
export type PresentPage = Pick<OrderPage, 'number' | 'status' | 'giftNote'> & { parcels: PresentParcelView[] }

/** Field by field: what an order's page shows its buyer tomorrow is not the receiver's by that. */
export function presentPageOf({ number, status, giftNote, parcels }: OrderPage): PresentPage {
  return {
    number,
    status,
    giftNote,
    parcels: parcels.map((parcel) => ({
      id: parcel.id,
      status: parcel.status,
      sellerName: parcel.sellerName,
      county: parcel.county,
      together: parcel.together,
      isMade: parcel.isMade,
      shipBy: parcel.shipBy,
      shippedAt: parcel.shippedAt,
      arrivesBy: parcel.arrivesBy,
      receivedAt: parcel.receivedAt,
      receivedHow: parcel.receivedHow,
      completeAfter: parcel.completeAfter,
      completedAt: parcel.completedAt,
      shipments: parcel.shipments,
    })),
  }
}

/** Where a parcel is. `delivered` is said only of one that was handed over to whoever it is for. */
export type CarrierWord = 'moving' | 'delivering' | 'delivered' | 'problem' | 'returned'

export type CarrierReading = {
  state: CarrierWord
  /** the newest line of the carrier's, in its own words */
  words: string
  /** when that happened; null when the carrier does not say */
  at: Date | null
}

export type ParcelQuestion = {
  /** as orders/schema names carriers */
  carrier: string
  trackingNumber: string
  /** the last four digits of the receiver's telephone: some carriers answer to nobody else */
  phoneTail: string | null
}

/** Whoever can say where parcels are. Null: nothing is known of it (yet). Throws when no answer came: asked again later. */
export type CarrierReader = {
  read: (question: ParcelQuestion) => Promise<CarrierReading | null>
}

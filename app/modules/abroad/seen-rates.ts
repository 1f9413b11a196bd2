type Sent = { sellerId: string; rateId: string | null }

/** By which rates the parcels go, as one word that a form brings back: what its reader saw, and what she orders. */
export function ratesWord(parcels: readonly Sent[]): string {
  return parcels
    .map(({ sellerId, rateId }) => `${sellerId}:${rateId ?? ''}`)
    .toSorted()
    .join(' ')
}

/** By which rate the parcel of a seller was to go; null where the word does not say. */
export function rateSeen(word: string, sellerId: string): string | null {
  const seen = word.split(' ').find((one) => one.startsWith(`${sellerId}:`))
  return seen?.slice(sellerId.length + 1) || null
}

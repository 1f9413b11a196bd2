/** What one seller sends, and the base that puts it into one parcel with others of the order; null: a parcel of its own. */
type SentPart = { together: string | null }

/** The parts of an order by the parcels in which they arrive, with the number of each parcel, 1 the first: what a base sends together is one parcel and stands together. */
export function numberParcels<P extends SentPart>(parts: readonly P[]): { part: P; number: number }[] {
  const parcels: P[][] = []
  for (const part of parts) {
    const same = parcels.find(([first]) => part.together !== null && first?.together === part.together)
    if (same) same.push(part)
    else parcels.push([part])
  }
  return parcels.flatMap((own, at) => own.map((part) => ({ part, number: at + 1 })))
}

/** In how many parcels an order arrives. */
export function countParcels(parts: readonly SentPart[]): number {
  return numberParcels(parts).at(-1)?.number ?? 0
}

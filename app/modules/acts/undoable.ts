import type { ActKind } from '~/modules/mandates/act-kinds'

/** What can be put back as it was. A parcel that was sent and an answer that was read cannot. */
const undoableKinds = [
  'listing.saved',
  'listing.submitted',
  'listing.paused',
  'listing.resumed',
  'stock.counted',
  'making.shown',
  'collection.handed',
  'rest.planned',
  'shop.opened',
  'shop.paused',
] as const satisfies readonly ActKind[]
export type UndoableKind = (typeof undoableKinds)[number]

export function undoable(kind: string): kind is UndoableKind {
  return undoableKinds.some((one) => one === kind)
}

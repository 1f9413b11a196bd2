import { type Shot, shots } from '~/modules/catalog/shots'

/** The places that several photographs taken at once go to: the one that is asked for now, then those that are free, in the order of the views. */
export function freePlaces(now: Shot, taken: readonly { shot: Shot }[]): Shot[] {
  return [now, ...shots.filter((shot) => shot !== now && taken.every((photo) => photo.shot !== shot))]
}

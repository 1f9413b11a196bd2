import type { OpenListing } from './get-listing.server'
import { fewestPhotos } from './shots'

/** A listing as its maker sees it while her photographs are on their way from this device: when enough of them are, they are not what it lacks. */
export function whileSending(
  open: OpenListing,
  { arrived, waiting }: { arrived: number; waiting: number },
): OpenListing {
  if (waiting === 0 || arrived + waiting < fewestPhotos) return open
  return { ...open, faults: open.faults.filter(({ field }) => field !== 'photos') }
}

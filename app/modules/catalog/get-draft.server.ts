import type { Actor } from '~/modules/auth/actor'
import type { Locale } from '~/platform/i18n/locale'
import { getListing, type ListingView, type OpenListing } from './get-listing.server'
import { isWritable } from './status'

/** A piece of hers that she may write in now; null when it is being read or nothing of it is open. Somebody else's is not found. */
export async function getDraft(asked: {
  actor: Actor
  productId: string
  locale: Locale
}): Promise<(ListingView & { open: OpenListing }) | null> {
  const listing = await getListing(asked)
  const { open } = listing
  return open && isWritable(open.state) ? { ...listing, open } : null
}

import type { Actor } from '~/modules/auth/actor'
import { answer } from '~/platform/form.server'
import type { Locale } from '~/platform/i18n/locale'
import { findListingBars, type ListingBar } from './find-listing-bars.server'
import { getListing } from './get-listing.server'
import type { ListingStep } from './listing-limits'
import { isWritable } from './status'

type VoiceStep = {
  sellerName: string
  /** of the draft; null while nothing can be written in it: then she may still listen, delete and decide who hears it */
  version: number | null
  lacking: ListingStep[]
  /** why it cannot be handed in yet: of a new piece only */
  bar: ListingBar | null
}

/** What the page of a piece's voice begins with. Somebody else's piece is a 404. */
export async function openVoiceStep({
  request,
  ...asked
}: {
  request: Request
  actor: Actor
  productId: string
  locale: Locale
}): Promise<VoiceStep> {
  const { open, live, sellerId, sellerName } = await answer(request, () => getListing(asked))
  const draft = open && isWritable(open.state) ? open : null
  const { actor } = asked
  const [bar = null] =
    draft && live === null ? await findListingBars({ request, actor, sellerIds: [sellerId] }) : []
  return {
    bar,
    sellerName,
    version: draft?.version ?? null,
    lacking: [...new Set(draft?.faults.map(({ step }) => step))],
  }
}

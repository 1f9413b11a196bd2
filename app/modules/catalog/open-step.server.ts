import { redirect } from '@remix-run/node'
import type { Actor } from '~/modules/auth/actor'
import { paths, StudioProductParams } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'
import { type Locale, localPath, requestLocale } from '~/platform/i18n/locale'
import { findListingBars, type ListingBar } from './find-listing-bars.server'
import { getDraft } from './get-draft.server'
import type { ListingView, OpenListing } from './get-listing.server'
import type { ListingStep } from './listing-limits'

type OpenStep = {
  productId: string
  locale: Locale
  draft: ListingView & { open: OpenListing }
  /** the steps that still lack something */
  lacking: ListingStep[]
  /** why it cannot be handed in yet, however complete it is: of a new piece only */
  bar: ListingBar | null
}

/**
 * What every step of a listing begins with: the draft it writes in. A piece that is being read or has nothing open cannot be written in: she is led to its page,
 * which says so. Somebody else's piece is a 404.
 */
export async function openStep({
  request,
  params,
  actor,
}: {
  request: Request
  params: Record<string, string | undefined>
  actor: Actor
}): Promise<OpenStep> {
  const { productId } = parseParams(params, StudioProductParams)
  const locale = requestLocale(request)
  const draft = await answer(request, () => getDraft({ actor, productId, locale }))
  if (!draft) throw redirect(localPath(locale, `${paths.studioProduct({ productId })}?closed`), 303)
  const [bar = null] =
    draft.live === null ? await findListingBars({ request, actor, sellerIds: [draft.sellerId] }) : []
  const lacking = [...new Set(draft.open.faults.map(({ step }) => step))]
  return { productId, locale, draft, lacking, bar }
}

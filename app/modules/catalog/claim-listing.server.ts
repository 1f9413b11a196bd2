import { redirect } from '@remix-run/node'
import type { Actor } from '~/modules/auth/actor'
import { releaseClaim } from '~/modules/claims/release-claim.server'
import { handleFormData } from '~/platform/form.server'
import { giveReview } from './give-review.server'
import { GiveForm, TakeForm } from './listing-forms'
import { takeReview } from './take-review.server'

type ClaimListingInput = {
  request: Request
  form: FormData
  actor: Actor
  revisionId: string
  /** where she goes on */
  here: string
}

/** The three buttons about who is on a listing, told apart by their `intent`. */
export function claimListing({ request, form, actor, revisionId, here }: ClaimListingInput) {
  if (form.get('intent') === 'give')
    return handleFormData(request, form, GiveForm, async ({ to }) => {
      await giveReview({ actor, revisionId, toUserId: to })
      return redirect(here, 303)
    })
  return handleFormData(request, form, TakeForm, async ({ intent }) => {
    if (intent === 'take') await takeReview({ actor, revisionId })
    else await releaseClaim({ actor, queue: 'listing', subjectId: revisionId })
    return redirect(here, 303)
  })
}

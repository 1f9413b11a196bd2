import type { Actor } from '~/modules/auth/actor'
import { handleFormData } from '~/platform/form.server'
import { translator } from '~/platform/i18n/translate'
import { approveListing } from './approve-listing.server'
import { ApproveForm, ChangeForm } from './listing-forms'
import { reasonPhrase } from './listing-texts'
import { requestChanges } from './request-changes.server'

/**
 * The two forms below a listing, told apart by their button's `intent`. A wish for a change without words carries its reason's ready sentence, in the makers'
 * language.
 */
export async function answerListing({
  request,
  form,
  actor,
  revisionId,
  done,
}: {
  request: Request
  form: FormData
  actor: Actor
  revisionId: string
  done: () => Response
}) {
  if (form.get('intent') === 'approve') {
    return handleFormData(request, form, ApproveForm, async ({ version, english }) => {
      await approveListing({ actor, revisionId, version, isEnglishReviewed: english })
      return done()
    })
  }
  return handleFormData(request, form, ChangeForm, async ({ version, reason, words }) => {
    const reasonText = words || translator('zh-CN')(reasonPhrase[reason])
    await requestChanges({ actor, revisionId, version, reasonCode: reason, reasonText })
    return done()
  })
}

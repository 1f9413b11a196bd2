import type { Actor } from '~/modules/auth/actor'
import { handleFormData } from '~/platform/form.server'
import { translator } from '~/platform/i18n/translate'
import { approveListing } from './approve-listing.server'
import { findPhrases } from './find-phrases.server'
import { ApproveForm, ChangeForm } from './listing-forms'
import { reasonPhrase } from './listing-texts'
import { requestChanges } from './request-changes.server'

/**
 * The two forms below a listing, told apart by their button's `intent`. A wish for a change without words carries the ready sentence that she chose, else its reason's, in the makers'
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
  return handleFormData(request, form, ChangeForm, async ({ version, reason, words, phrase }) => {
    const reasonText = words || (await phraseOf(actor, phrase)) || translator('zh-CN')(reasonPhrase[reason])
    await requestChanges({ actor, revisionId, version, reasonCode: reason, reasonText })
    return done()
  })
}

/** The words of one of her ready sentences; what is none of them says nothing. */
async function phraseOf(actor: Actor, phraseId: string): Promise<string | null> {
  if (phraseId === '') return null
  const phrases = await findPhrases({ actor })
  return phrases.find((phrase) => phrase.phraseId === phraseId)?.words ?? null
}

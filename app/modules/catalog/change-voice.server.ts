import { redirect } from '@remix-run/node'
import { z } from 'zod'
import type { Actor } from '~/modules/auth/actor'
import { giveVoiceConsent } from '~/modules/voices/give-voice-consent.server'
import { readVoice } from '~/modules/voices/read-voice.server'
import { AgreeForm, BroughtVoiceForm } from '~/modules/voices/schema'
import { withdrawVoiceConsent } from '~/modules/voices/withdraw-voice-consent.server'
import { paths } from '~/paths'
import { Refusal } from '~/platform/errors'
import { idField } from '~/platform/fields'
import { handleFormData } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { confirmDictation } from './confirm-dictation.server'
import { deleteVoice } from './delete-voice.server'
import { recordVoice } from './record-voice.server'
import { ConfirmForm, type SpokenWords } from './spoken-words'
import { submitListing } from './submit-listing.server'

const Delete = z.object({ voiceId: idField })
const Withdraw = z.object({ intent: z.literal('withdraw') })

type ChangeInput = { request: Request; form: FormData; actor: Actor; productId: string }

/** The small forms on the page of a piece's voice, told apart by their button's `intent`: each is one verb, then back to the page that shows it. */
export async function changeVoice({ request, form, actor, productId }: ChangeInput) {
  const to = (path: string) => redirect(localPath(requestLocale(request), path), 303)
  const shown = (done: string) => to(`${paths.studioVoice({ productId })}?done=${done}`)
  const intent = form.get('intent')
  if (intent === 'keep')
    return handleFormData(request, form, BroughtVoiceForm, async ({ seconds, recordingId }) => {
      // the page showed what it replaces
      const brought = recordingId ? { brought: { id: recordingId, over: 'any' } } : {}
      await recordVoice({ actor, productId, seconds, bytes: await readVoice(form), ...brought })
      return shown('kept')
    })
  if (intent === 'agree')
    return handleFormData(request, form, AgreeForm, async ({ voiceTextId }) => {
      await giveVoiceConsent({ actor, textId: voiceTextId })
      return shown('agreed')
    })
  if (intent === 'confirm')
    return handleFormData(request, form, ConfirmForm, async ({ version, ...words }) => {
      const now = await confirm(version, words)
      // pressed twice, or the first answer was lost: the piece says where it stands
      return now === null ? to(paths.studioProduct({ productId })) : handIn(now)
    })
  if (intent === 'delete')
    return handleFormData(request, form, Delete, async ({ voiceId }) => {
      await deleteVoice({ actor, productId, voiceId })
      return shown('deleted')
    })
  return handleFormData(request, form, Withdraw, async () => {
    await withdrawVoiceConsent({ actor })
    return shown('withdrawn')
  })

  async function confirm(version: number, words: SpokenWords): Promise<number | null> {
    try {
      return await confirmDictation({ actor, productId, version, words })
    } catch (error) {
      const isDone =
        error instanceof Refusal && ['voice.nothingTyped', 'studio.beingRead'].includes(error.key)
      if (isDone) return null
      throw error
    }
  }

  /** What keeps it from being handed in is said where she looks over everything: her words are confirmed. */
  async function handIn(version: number) {
    try {
      await submitListing({ actor, productId, version })
      return to(`${paths.studioProduct({ productId })}?done=submitted`)
    } catch (error) {
      if (error instanceof Refusal) return to(`${paths.studioCheck({ productId })}?spoken`)
      throw error
    }
  }
}

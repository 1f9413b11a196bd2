import { z } from 'zod'
import { idField } from '~/platform/fields'
import { voiceLimits } from './voice-limits'

/** A recording; a file of the telephone's own recorder does not say how long it is: then a minute. */
export const VoiceForm = z.object({
  seconds: z.coerce.number().int().min(1).max(voiceLimits.seconds).catch(voiceLimits.seconds),
})

/** The same under an id, of the page or of a device that kept it, by which it is kept once; and the recording that a device knew at the shop, `any` where she saw on the page what it replaces. */
export const BroughtVoiceForm = VoiceForm.extend({
  recordingId: idField.optional(),
  over: z.union([idField, z.literal('any')]).optional(),
})

/** Which of two recordings is listened to. */
export const SoundQuery = z.object({ voice: idField.nullable().default(null) })

/** The text under which she ticked. */
export const AgreeForm = z.object({ voiceTextId: idField.nullable().catch(null) })

/** What the page says happened. */
export const VoiceQuery = z.object({
  done: z.enum(['kept', 'deleted', 'agreed', 'withdrawn', '']).catch(''),
})

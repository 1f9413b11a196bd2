import { z } from 'zod'
import { idField } from '~/platform/fields'
import { voiceLimits } from './voice-limits'

/** A recording; a file of the telephone's own recorder does not say how long it is: then a minute. */
export const VoiceForm = z.object({
  seconds: z.coerce.number().int().min(1).max(voiceLimits.seconds).catch(voiceLimits.seconds),
})

/** The text under which she ticked. */
export const AgreeForm = z.object({ voiceTextId: idField.nullable().catch(null) })

/** What the page says happened. */
export const VoiceQuery = z.object({
  done: z.enum(['kept', 'deleted', 'agreed', 'withdrawn', '']).catch(''),
})

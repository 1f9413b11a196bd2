import { z } from 'zod'
import { codeField } from '~/modules/auth/schema'
import { message, tickField } from '~/platform/fields'

const agreed = tickField.refine((isTicked) => isTicked, { error: () => message('closing.tickFirst') })

/** Closing with a code to her phone. */
export const CloseByCode = z.object({ code: codeField, agreed })
/** Closing of somebody without a phone. */
export const CloseFresh = z.object({ agreed })

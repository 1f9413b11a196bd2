import { z } from 'zod'
import { safeReturn } from '~/modules/auth/safe-return'
import { MakerParams, ProductParams } from '~/paths'
import { message } from '~/platform/fields'

/** most pieces that one visitor keeps, and most makers that she follows */
export const mostKept = 200
export const mostFollowed = 100

const Mark = z.discriminatedUnion('intent', [
  ProductParams.extend({ intent: z.literal('keep') }),
  ProductParams.extend({ intent: z.literal('drop') }),
  MakerParams.extend({ intent: z.literal('follow') }),
  MakerParams.extend({ intent: z.literal('unfollow') }),
])

/** One button: `keep:<piece>`, `drop:<piece>`, `follow:<maker>` or `unfollow:<maker>`; `back` is the page it stood on. */
export const MarkForm = z.object({
  mark: z.string().transform((text, context) => {
    const [intent, slug] = text.split(':')
    const mark = Mark.safeParse({ intent, slug })
    if (mark.success) return mark.data
    context.addIssue({ code: 'custom', message: message('errors.badChoice') })
    return z.NEVER
  }),
  back: z
    .string()
    .default('')
    .transform((path) => safeReturn(path)),
})

import { json } from '@remix-run/node'
import { z } from 'zod'
import type { WorkQueue } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { busyRefusal } from '~/platform/db/busy.server'
import { Refusal } from '~/platform/errors'
import { idField, message } from '~/platform/fields'
import { type FormFailure, handleFormData } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { giveWork } from './claim-work.server'

/** What became of one of several. */
export type GivenResult = { subjectId: string; isDone: boolean; text: string }
export type GiveManyAnswer = FormFailure & { given: GivenResult[] }

/** A tick begins with the id of its piece of work; what stands behind it is for what else the page does with ticks. */
const pickField = z
  .string()
  .regex(/^[\da-f-]{36}(:.{0,60})?$/)
  .transform((text) => text.slice(0, 36))

/** All that is ticked, to one colleague. */
const GiveManyForm = z.object({
  to: idField,
  picks: z
    .array(pickField.pipe(idField))
    .min(1, { error: message('claims.nonePicked') })
    .max(200)
    .prefault([]),
})

export function isGiveManyForm(form: FormData): boolean {
  return form.get('intent') === 'give-many'
}

type GiveManyInput = {
  request: Request
  form: FormData
  actor: Actor
  queue: WorkQueue
  /** where a queue has its own way to give one */
  give?: (work: { actor: Actor; subjectId: string; toUserId: string }) => Promise<void>
}

/**
 * Gives several pieces of a queue to one colleague, one after the other, each in a transaction of its own: what one is refused for stops no other. What is not hers to see is left out of the answer. Nothing is decided
 * by it, and each can be taken back.
 */
export function handleGiveMany({ request, form, actor, queue, give }: GiveManyInput) {
  const t = translator(requestLocale(request))
  const giveOne = give ?? ((work) => giveWork({ ...work, queue }))
  return handleFormData(request, form, GiveManyForm, async ({ to, picks }) => {
    const given: GivenResult[] = []
    for (const subjectId of new Set(picks)) {
      const refusal = await refusalOf(giveOne({ actor, subjectId, toUserId: to }))
      if (refusal?.status === 404) continue
      const text = refusal ? t(refusal.key, refusal.params) : t('claims.isGiven')
      given.push({ subjectId, isDone: refusal === null, text })
    }
    return json<GiveManyAnswer>({ errors: {}, formError: null, values: {}, intent: 'give-many', given })
  })
}

/** The refusal of this one, which is told beside the others; anything else is a bug and goes on. */
async function refusalOf(giving: Promise<void>): Promise<Refusal | null> {
  try {
    await giving
    return null
  } catch (error) {
    const refusal = error instanceof Refusal ? error : busyRefusal(error)
    if (!refusal) throw error
    return refusal
  }
}

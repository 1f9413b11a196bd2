import { z } from 'zod'
import type { WorkQueue } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { idField } from '~/platform/fields'
import { handleFormData } from '~/platform/form.server'
import { giveWork, takeWork } from './claim-work.server'
import { releaseClaim } from './release-claim.server'

const TakeForm = z.object({ intent: z.enum(['take', 'release']), subject: idField })
const GiveForm = z.object({ to: idField, subject: idField })

/** Whether a form of a queue's page is about who is on a piece of work. */
export function isClaimForm(form: FormData): boolean {
  return ['take', 'release', 'give'].some((intent) => form.get('intent') === intent)
}

type ClaimFormInput<R> = {
  request: Request
  form: FormData
  actor: Actor
  queue: WorkQueue
  /** where she goes on */
  back: () => R
}

/** The three buttons about who is on a piece of work, told apart by their `intent`. */
export function handleClaim<R>({ request, form, actor, queue, back }: ClaimFormInput<R>) {
  if (form.get('intent') === 'give')
    return handleFormData(request, form, GiveForm, async ({ to, subject }) => {
      await giveWork({ actor, queue, subjectId: subject, toUserId: to })
      return back()
    })
  return handleFormData(request, form, TakeForm, async ({ intent, subject }) => {
    if (intent === 'take') await takeWork({ actor, queue, subjectId: subject })
    else await releaseClaim({ actor, queue, subjectId: subject })
    return back()
  })
}

import { json } from '@remix-run/node'
import type { Actor } from '~/modules/auth/actor'
import { type FormFailure, parseForm, typedValues } from '~/platform/form.server'
import type { Translate } from '~/platform/i18n/translate'
import { type LeftOutResult, leaveOutMany } from './leave-out-many.server'
import { LeaveOutForm } from './schema'

/** What became of a list of ticks; what is still open of it stays ticked, with the reason that was typed. */
export type LeaveOutAnswer = FormFailure & {
  /** ids of sales */
  ticked: string[]
  results: LeftOutResult[]
}

/** Leaves out what is ticked and says what became of each. A form with a fault leaves out nothing (422) and keeps every tick; of one without, what was refused stays ticked. */
export async function answerLeaveOut({ actor, form, t }: { actor: Actor; form: FormData; t: Translate }) {
  const typed = { values: typedValues(form), intent: 'leave-out' }
  const parsed = parseForm(t, form, LeaveOutForm)
  if ('errors' in parsed) {
    const { errors } = parsed
    const formError = t('errors.checkFields', { count: Object.keys(errors).length })
    const ticked = form.getAll('picks').map((pick) => String(pick).split(':')[0] ?? '')
    return json<LeaveOutAnswer>({ ...typed, errors, formError, ticked, results: [] }, 422)
  }
  const { picks, bulkReason } = parsed.value
  const results = await leaveOutMany({ actor, picks, reason: bulkReason, t })
  const ticked = results.filter(({ isDone }) => !isDone).map(({ sellerOrderId }) => sellerOrderId)
  return json<LeaveOutAnswer>({ ...typed, errors: {}, formError: null, ticked, results })
}

import type { StepForm } from '~/modules/catalog/step-form'
import type { KeptDraft } from './store'

/** A draft of the pocket as the studio's own fields show it. */
export function pocketStepForm({ typed, errors }: KeptDraft): StepForm {
  const values: Record<string, string> = { ...typed }
  return { values, errors: { ...errors }, formError: null, isStale: false, stored: values, isSaved: true }
}

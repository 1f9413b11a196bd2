import type { StepForm } from '~/modules/catalog/step-form'
import type { PocketValues } from './pocket-fields'
import type { KeptDraft } from './store'

/** A draft of the pocket as the studio's own fields show it. */
export function pocketStepForm({ typed, errors }: KeptDraft): StepForm {
  const values = filled(typed)
  return { values, errors: filled(errors), formError: null, isStale: false, stored: values, isSaved: true }
}

function filled(texts: PocketValues): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text ?? '']))
}

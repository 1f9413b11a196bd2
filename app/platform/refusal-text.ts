import type { FormFailure } from './form.server'
import type { Translate } from './i18n/translate'

/**
 * What stands at the head of a page after one of its forms was refused, null when the fields say all of it. A form that its page no longer shows (another tab, or
 * somebody else, was quicker) carries nothing beside its fields: then the refusal is said here, and faults of fields that are gone become one sentence.
 */
export function refusalText(
  t: Translate,
  failure: FormFailure | null | undefined,
  isFormThere = true,
): string | null {
  if (!failure) return null
  const faults = Object.values(failure.errors)
  if (isFormThere || faults.length === 0) return failure.formError
  return failure.formError === null ? (faults[0] ?? null) : t('errors.formGone')
}

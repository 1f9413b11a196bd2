import type { Translate } from '~/platform/i18n/translate'
import type { FieldFault } from '~/ui/error-banner'

/**
 * What is wrong in a form, for the list above it: each fault names its field, unless its sentence does so itself. `labels` are the form's fields from the top of the page to its bottom, and the faults come in
 * that order; undefined where the sentence alone says enough. A fault of a field that is not among them comes last.
 */
export function fieldFaults(
  errors: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string | undefined>>,
  t: Translate,
): FieldFault[] {
  const others = Object.keys(errors).filter((name) => !(name in labels))
  return [...Object.keys(labels), ...others].flatMap((fieldId) => {
    const text = errors[fieldId]
    if (text === undefined) return []
    const field = labels[fieldId]
    if (field === undefined || text.toLowerCase().includes(field.toLowerCase())) return { fieldId, text }
    const isQuestion = /[?？]$/.test(field)
    return {
      fieldId,
      text: isQuestion ? field + t('common.gap') + text : t('errors.ofField', { field, text }),
    }
  })
}

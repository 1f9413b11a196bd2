import type { Translate } from '~/platform/i18n/translate'
import type { FieldFault } from '~/ui/error-banner'

/** What is wrong in a form, for the list above it: each fault names its field, unless its sentence does so itself. */
export function fieldFaults(
  errors: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string | undefined>>,
  t: Translate,
): FieldFault[] {
  return Object.entries(errors).map(([fieldId, text]) => {
    const field = labels[fieldId]
    const isNamed = field === undefined || text.toLowerCase().includes(field.toLowerCase())
    return { fieldId, text: isNamed ? text : t('errors.ofField', { field, text }) }
  })
}

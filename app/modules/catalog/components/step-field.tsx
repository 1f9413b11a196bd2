import type { InputHTMLAttributes } from 'react'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Field, TextareaField } from '~/ui/field'
import type { StepForm } from '../step-form'

type StepFieldProps = {
  form: StepForm
  name: string
  label: string
  hint?: string
  optional?: boolean
  /** several lines of so many */
  rows?: number
  /** a unit inside the box */
  prefix?: string
  suffix?: string
  figures?: boolean
  lang?: 'zh-CN' | 'en'
  maxLength?: number
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode']
}

/** One field of a step: what she typed or what is saved, the sentence about it, and after a clash what another page has saved. */
export function StepField({ form, name, label, hint, optional = false, rows, ...input }: StepFieldProps) {
  const { t } = useTranslator()
  const stored = form.stored[name] ?? ''
  const typed = form.values[name] ?? ''
  const clash = form.isStale && stored !== typed
  const { prefix, suffix, figures, inputMode, ...shared } = input
  const text = {
    id: name,
    name,
    label,
    hint,
    mark: optional ? t('common.optional') : undefined,
    defaultValue: typed,
    error: clash
      ? stored
        ? t('studio.staleStored', { text: stored })
        : t('studio.staleEmpty')
      : form.errors[name],
    autoComplete: 'off',
    ...shared,
  }
  if (rows) return <TextareaField {...text} rows={rows} />
  return <Field {...text} {...{ prefix, suffix, figures, inputMode }} />
}

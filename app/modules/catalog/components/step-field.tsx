import type { InputHTMLAttributes } from 'react'
import type { Translate } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Field, TextareaField } from '~/ui/field'
import { clashOf, type StepForm } from '../step-form'

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
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode']
}

/** One field of a step: what she typed or what is saved, the sentence about it, and after a clash what another page has saved. */
export function StepField({ form, name, label, hint, optional = false, rows, ...input }: StepFieldProps) {
  const { t } = useTranslator()
  const clash = clashOf(form, name)
  const { prefix, suffix, figures, inputMode, ...shared } = input
  const text = {
    id: name,
    name,
    label,
    hint,
    mark: optional ? t('common.optional') : undefined,
    defaultValue: form.values[name],
    error: clash === null ? form.errors[name] : saidOf(t, clash),
    autoComplete: 'off',
    ...shared,
  }
  if (rows) return <TextareaField {...text} rows={rows} />
  return <Field {...text} {...{ prefix, suffix, figures, inputMode }} />
}

function saidOf(t: Translate, clash: string): string {
  return clash === '' ? t('studio.staleEmpty') : t('studio.staleStored', { text: clash })
}

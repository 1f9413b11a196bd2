import type { Day } from '~/platform/calendar'
import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Field, TextareaField } from '~/ui/field'

type DayFieldProps = {
  id: string
  name: 'validFrom' | 'endedOn' | 'changedOn' | 'leftOn'
  label: string
  today: Day
  failure: FormFailure | null
}

/** A day, today at the latest. */
export function DayField({ id, name, label, today, failure }: DayFieldProps) {
  return (
    <Field
      id={id}
      type="date"
      max={today}
      figures
      label={label}
      {...fieldOf(failure, name, today)}
      required
    />
  )
}

type EvidenceProps = { id: string; failure: FormFailure | null; given?: string }

/** What the coordinator saw that proves it. */
export function Evidence({ id, failure, given }: EvidenceProps) {
  const { t } = useTranslator()
  return (
    <TextareaField
      id={id}
      label={t('household.evidence')}
      hint={t('household.evidenceHint')}
      {...fieldOf(failure, 'evidence', given)}
      rows={2}
      required
    />
  )
}

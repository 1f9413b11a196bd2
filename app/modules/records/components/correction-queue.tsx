import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm } from '~/ui/decide-form'
import { SelectField, TextareaField } from '~/ui/field'
import type { WaitingCorrection } from '../find-corrections.server'

type QueueProps = { corrections: readonly WaitingCorrection[]; failure: FormFailure | null }

/** Who asks for what to be corrected, each with its answer. */
export function CorrectionQueue({ corrections, failure }: QueueProps) {
  const { t, locale } = useTranslator()
  return corrections.map(({ id, name, field, words, place, askedOn }) => {
    const own = failure?.values.requestId === id ? failure : null
    return (
      <DecideForm
        key={id}
        title={`${name ?? '—'} · ${t(`records.field_${field}`)}`}
        intent="answer"
        act={t('records.answerAct')}
        hidden={{ requestId: id }}
      >
        <p>{words}</p>
        <p className="quiet num">
          {[
            locale === 'en' ? place.en : place.zh,
            t('records.askedOn', { day: formatDay(locale, askedOn, '') }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <SelectField
          id={`${id}-decision`}
          label={t('records.decision')}
          hint={t('records.correctedHint')}
          {...fieldOf(own, 'decision', 'corrected')}
          choices={[
            { value: 'corrected', text: t('records.corrected') },
            { value: 'kept', text: t('records.kept') },
          ]}
        />
        <TextareaField
          id={`${id}-answer`}
          label={t('records.answer')}
          {...fieldOf(own, 'answer')}
          rows={2}
          maxLength={300}
        />
      </DecideForm>
    )
  })
}

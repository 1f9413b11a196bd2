import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { SelectField, TextareaField } from '~/ui/field'
import type { OwnCorrection } from '../find-own-record.server'
import { correctionFields } from '../schema'

type CorrectionFormProps = { corrections: readonly OwnCorrection[]; failure: FormFailure | null }

/** What is wrong on file and what it should be; below it what she asked for before, with the answers. */
export function CorrectionForm({ corrections, failure }: CorrectionFormProps) {
  const { t, locale } = useTranslator()
  return (
    <section className="studio-section" aria-labelledby="correct">
      <h2 id="correct">{t('records.correctTitle')}</h2>
      <form method="post" noValidate>
        <SelectField
          id="field"
          label={t('records.field')}
          {...fieldOf(failure, 'field')}
          choices={[
            { value: '', text: t('records.choose') },
            ...correctionFields.map((field) => ({ value: field, text: t(`records.field_${field}`) })),
          ]}
        />
        <TextareaField
          id="words"
          label={t('records.words')}
          hint={t('records.wordsHint')}
          {...fieldOf(failure, 'words')}
          rows={3}
        />
        <Button size={68} wide name="intent" value="correct" className="mt-3">
          {t('records.ask')}
        </Button>
      </form>
      {corrections.length > 0 ? <h3>{t('records.askedTitle')}</h3> : null}
      <ul className="grid gap-4 pt-2">
        {corrections.map(({ id, field, words, askedOn, isCorrected, answer }) => (
          <li key={id}>
            <b>{t(`records.field_${field}`)}</b> {words}
            <p className="quiet num">{t('records.askedOn', { day: formatDay(locale, askedOn, '') })}</p>
            <p>
              <Badge tone={isCorrected === null ? 'waiting' : isCorrected ? 'done' : 'plain'}>
                {t(
                  isCorrected === null
                    ? 'records.stateWaiting'
                    : isCorrected
                      ? 'records.stateCorrected'
                      : 'records.stateKept',
                )}
              </Badge>{' '}
              {answer}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

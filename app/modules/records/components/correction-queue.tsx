import { ClaimCell } from '~/modules/claims/components/claim-cell'
import { isFree, WorkTick } from '~/modules/claims/components/work-tick'
import type { Work } from '~/modules/claims/find-work.server'
import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { formatDay } from '~/platform/i18n/format'
import type { Translate } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm } from '~/ui/decide-form'
import { SelectField, TextareaField } from '~/ui/field'
import type { WaitingCorrection } from '../find-corrections.server'

/** The form behind the ticks of this list. */
export const giveCorrections = 'give-corrections'

/** Whose what is to be corrected. */
export function correctionTitle(t: Translate, { name, field }: WaitingCorrection): string {
  return `${name ?? '—'} · ${t(`records.field_${field}`)}`
}

type QueueProps = { corrections: readonly WaitingCorrection[]; work: Work; failure: FormFailure | null }

/** Who asks for what to be corrected, who is on it, and where nobody else is, the answer. */
export function CorrectionQueue({ corrections, work, failure }: QueueProps) {
  const { t, locale } = useTranslator()
  return (
    <ul className="work-rows grid gap-4">
      {corrections.map((correction) => {
        const { id, words, place, askedOn, claim } = correction
        const title = correctionTitle(t, correction)
        return (
          <li key={id} className="decide">
            <h3>
              {work.colleagues.length > 0 && isFree(claim) ? (
                <WorkTick form={giveCorrections} value={id} label={t('claims.tick', { title })} />
              ) : null}{' '}
              {title}
            </h3>
            <p>{words}</p>
            <p className="quiet num">
              {[
                locale === 'en' ? place.en : place.zh,
                t('records.askedOn', { day: formatDay(locale, askedOn, '') }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <ClaimCell subjectId={id} title={title} work={work} queue="correction" />
            {isFree(claim) ? (
              <AnswerForm id={id} failure={failure?.values.requestId === id ? failure : null} />
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

function AnswerForm({ id, failure }: { id: string; failure: FormFailure | null }) {
  const { t } = useTranslator()
  return (
    <DecideForm intent="answer" act={t('records.answerAct')} hidden={{ requestId: id }}>
      <SelectField
        id={`${id}-decision`}
        label={t('records.decision')}
        hint={t('records.correctedHint')}
        {...fieldOf(failure, 'decision', 'corrected')}
        choices={[
          { value: 'corrected', text: t('records.corrected') },
          { value: 'kept', text: t('records.kept') },
        ]}
      />
      <TextareaField
        id={`${id}-answer`}
        label={t('records.answer')}
        {...fieldOf(failure, 'answer')}
        rows={2}
        maxLength={300}
      />
    </DecideForm>
  )
}

import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm } from '~/ui/decide-form'
import { Field, TextareaField } from '~/ui/field'
import { Tick, TickGroup } from '~/ui/tick'
import { arrangements } from '../arrangements'

/** Which lawful set-up applies, what proves it, and the day on that paper. */
export function ArrangementForm({ failure }: { failure: FormFailure | null }) {
  const { t } = useTranslator()
  return (
    <DecideForm title={t('payout.arrangementRecord')} act={t('payout.arrangementSave')} kind="seal">
      <TickGroup id="arrangement" legend={t('payout.arrangementWhich')} error={failure?.errors.arrangement}>
        {arrangements.map((arrangement) => (
          <Tick
            key={arrangement}
            type="radio"
            name="arrangement"
            value={arrangement}
            defaultChecked={failure?.values.arrangement === arrangement}
            note={t(`payout.arrangementText_${arrangement}`)}
          >
            {t(`payout.arrangement_${arrangement}`)}
          </Tick>
        ))}
      </TickGroup>
      <TextareaField
        id="evidence"
        label={t('payout.arrangementEvidence')}
        hint={t('payout.arrangementEvidenceHint')}
        {...fieldOf(failure, 'evidence')}
        maxLength={500}
        required
      />
      <Field
        id="dated"
        type="date"
        label={t('payout.arrangementDated')}
        {...fieldOf(failure, 'dated')}
        required
      />
    </DecideForm>
  )
}

import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm, Folded } from '~/ui/decide-form'
import { TextareaField } from '~/ui/field'

/** What was wrong with the last explanation, and what was typed. */
export type ExplainFailure = { differenceId: string; error: string; typed: string }

/** Folded until it is needed; open when what was sent was refused. */
export function ExplainBox({ id, failure }: { id: string; failure: ExplainFailure | null }) {
  const { t } = useTranslator()
  return (
    <Folded summary={t('reconciliation.explain')} isOpen={failure !== null}>
      <DecideForm hidden={{ differenceId: id }} act={t('reconciliation.explainAct')} intent="explain">
        <TextareaField
          id={`why-${id}`}
          name="explanation"
          label={t('reconciliation.explainLabel')}
          hint={t('reconciliation.explainHint')}
          defaultValue={failure?.typed}
          error={failure?.error}
          maxLength={500}
          required
        />
      </DecideForm>
    </Folded>
  )
}

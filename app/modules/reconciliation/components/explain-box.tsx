import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { TextareaField } from '~/ui/field'

/** What was wrong with the last explanation, and what was typed. */
export type ExplainFailure = { differenceId: string; error: string; typed: string }

/** Folded until it is needed; open when what was sent was refused. */
export function ExplainBox({ id, failure }: { id: string; failure: ExplainFailure | null }) {
  const { t } = useTranslator()
  return (
    <details open={failure !== null}>
      <summary className="link-line">{t('reconciliation.explain')}</summary>
      <form method="post" className="grid gap-3 pt-3">
        <input type="hidden" name="differenceId" value={id} />
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
        <Button kind="line" name="intent" value="explain">
          {t('reconciliation.explainAct')}
        </Button>
      </form>
    </details>
  )
}

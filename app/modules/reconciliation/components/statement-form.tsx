import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'

/** What stands above the form after an import: every fault with its row, or one sentence. */
export type StatementAnswer = { refusal: string | null; faults: string[] }

/** The bank's statement is uploaded; a file with faults changes nothing and every fault is told. */
export function StatementForm({ answer }: { answer: StatementAnswer | null }) {
  const { t } = useTranslator()
  return (
    <form method="post" encType="multipart/form-data" className="decide" noValidate>
      <h2>{t('reconciliation.importTitle')}</h2>
      {answer?.refusal ? (
        <Banner tone="wrong" role="alert">
          <span>{answer.refusal}</span>
          {answer.faults.length > 0 ? (
            <ul className="banner-faults">
              {answer.faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          ) : null}
        </Banner>
      ) : null}
      <p className="quiet pb-3">{t('reconciliation.importText')}</p>
      <Field
        id="file"
        name="file"
        type="file"
        accept=".csv,text/csv"
        label={t('reconciliation.importFile')}
        hint={t('reconciliation.importHint')}
        required
      />
      <div className="decide-acts">
        <Button kind="line" name="intent" value="import">
          {t('reconciliation.import')}
        </Button>
      </div>
    </form>
  )
}

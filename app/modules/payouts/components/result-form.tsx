import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { DecideForm } from '~/ui/decide-form'
import { Field } from '~/ui/field'

/** What stands above the form after an import: every fault with its row, or one sentence. */
type ResultAnswer = { refusal: string | null; faults: string[] }

/** The bank's answer is uploaded; a file with faults changes nothing and every fault is told. `isNext`: it is what comes next. */
export function ResultForm({ answer, isNext }: { answer: ResultAnswer | null; isNext: boolean }) {
  const { t } = useTranslator()
  const faults = answer?.faults ?? []
  return (
    <DecideForm
      title={t('payout.importTitle')}
      act={t('payout.import')}
      intent="import"
      kind={isNext ? 'seal' : 'line'}
      isUpload
    >
      {answer?.refusal ? (
        <Banner tone="wrong" role="alert">
          <span>{answer.refusal}</span>
          {faults.length > 0 ? (
            <ul className="banner-faults">
              {faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          ) : null}
        </Banner>
      ) : null}
      <p className="quiet pb-3">{t('payout.importText')}</p>
      <Field
        id="file"
        name="file"
        type="file"
        accept=".csv,text/csv"
        label={t('payout.importFile')}
        hint={t('payout.importHint')}
        required
      />
    </DecideForm>
  )
}

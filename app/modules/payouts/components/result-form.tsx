import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { DecideForm } from '~/ui/decide-form'
import { Field } from '~/ui/field'
import type { BankTemplateCode } from '../bank-templates'

/** What stands above the form after an import: every fault with its row, or one sentence. */
type ResultAnswer = { refusal: string | null; faults: string[] }

type ResultFormProps = { answer: ResultAnswer | null; template: BankTemplateCode; isNext: boolean }

/** The bank's answer is uploaded; a file with faults changes nothing and every fault is told. `isNext`: it is what comes next. */
export function ResultForm({ answer, template, isNext }: ResultFormProps) {
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
      <p className="quiet pb-3">{t(`payout.importText_${template}`)}</p>
      <Field
        id="file"
        name="file"
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        label={t('payout.importFile')}
        hint={t('payout.importHint')}
        required
      />
    </DecideForm>
  )
}

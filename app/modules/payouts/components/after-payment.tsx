import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm } from '~/ui/decide-form'
import { Field, SelectField } from '~/ui/field'
import type { BatchLine, BatchPage } from '../get-batch.server'

/** What can still happen to a payment that was made: her bank sends it back, or a refund asks part of a transfer back. */
export function AfterPayment({ batch, failure }: { batch: BatchPage; failure: FormFailure | null }) {
  const paid = batch.lines.filter(({ state }) => state === 'paid')
  if (paid.length === 0) return null
  return batch.rail === 'bank_file' ? (
    <ReturnForm lines={paid} failure={failure?.intent === 'return' ? failure : null} />
  ) : (
    <ReversalForm lines={paid} failure={failure?.intent === 'reverse' ? failure : null} />
  )
}

type FormProps = { lines: BatchLine[]; failure: FormFailure | null }

function ReturnForm({ lines, failure }: FormProps) {
  const { t } = useTranslator()
  return (
    <DecideForm title={t('payout.returnTitle')} act={t('payout.return')} intent="return">
      <p className="quiet pb-3">{t('payout.returnText')}</p>
      <LineChoice id="returned-line" lines={lines} failure={failure} />
      <Field
        id="return-reason"
        label={t('payout.returnReason')}
        {...fieldOf(failure, 'reason')}
        maxLength={200}
        required
      />
    </DecideForm>
  )
}

function ReversalForm({ lines, failure }: FormProps) {
  const { t } = useTranslator()
  return (
    <DecideForm title={t('payout.reversalTitle')} act={t('payout.reverse')} intent="reverse">
      <p className="quiet pb-3">{t('payout.reversalText')}</p>
      <LineChoice id="reversed-line" lines={lines} failure={failure} />
      <Field
        id="reversal-amount"
        label={t('payout.reversalAmount')}
        {...fieldOf(failure, 'amount')}
        inputMode="decimal"
        prefix="¥"
        figures
        required
      />
    </DecideForm>
  )
}

function LineChoice({ id, lines, failure }: FormProps & { id: string }) {
  const { t, locale } = useTranslator()
  return (
    <SelectField
      id={id}
      label={t('payout.whichLine')}
      {...fieldOf(failure, 'lineId')}
      choices={lines.map((line) => ({
        value: line.id,
        text: t('payout.lineChoice', {
          seq: line.seq,
          name: locale === 'en' ? line.nameEn : line.nameZh,
          amount: formatYuan(line.amountFen),
        }),
      }))}
    />
  )
}

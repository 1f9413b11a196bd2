import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm, Folded } from '~/ui/decide-form'
import { Field } from '~/ui/field'

type SentFormProps = { refundId: string; today: string; failure: FormFailure | null }

/** Finance says under which number and on which day the bank has sent a refund. */
export function SentForm({ refundId, today, failure }: SentFormProps) {
  const { t } = useTranslator()
  const own = failure?.intent === 'sent' && failure.values.refundId === refundId ? failure : null
  return (
    <Folded summary={t('aftersales.noteSent')} isOpen={own !== null}>
      <DecideForm act={t('aftersales.deskSentByBank')} intent="sent" hidden={{ refundId }}>
        <Field
          id={`bankRef-${refundId}`}
          label={t('aftersales.bankRef')}
          hint={t('aftersales.bankRefHint')}
          {...fieldOf(own, 'bankRef')}
          maxLength={80}
          figures
          required
        />
        <Field
          id={`sentOn-${refundId}`}
          type="date"
          label={t('aftersales.sentOn')}
          {...fieldOf(own, 'sentOn', today)}
          max={today}
          figures
          required
        />
      </DecideForm>
    </Folded>
  )
}

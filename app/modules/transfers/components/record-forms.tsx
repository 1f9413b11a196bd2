import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm } from '~/ui/decide-form'
import { Field, TextareaField } from '~/ui/field'
import { Tick } from '~/ui/tick'
import type { DeskTransfer } from '../get-transfer.server'

type FormProps = { transfer: DeskTransfer; failure: FormFailure | null }

/** What the bank has booked: how much, when, under which number. */
export function RecordForm({ transfer, failure }: FormProps) {
  const { t } = useTranslator()
  const { slips, arrivals, amountFen, today, placedOn } = transfer
  const own = failure?.intent === 'record' ? failure : null
  const slipId = slips.find(({ state }) => state === 'submitted')?.id ?? ''
  return (
    <DecideForm
      title={t('transfer.recordTitle')}
      act={t('transfer.recordAct')}
      intent="record"
      kind="seal"
      hidden={{ slipId, seen: arrivals.length }}
    >
      <p className="quiet pb-3">{t('transfer.recordText')}</p>
      <Field
        id="amount"
        label={t('transfer.recordAmount')}
        prefix="¥"
        hint={`${t('transfer.asked')} ${formatYuan(amountFen)}`}
        inputMode="decimal"
        autoComplete="off"
        figures
        required
        {...fieldOf(own, 'amount')}
      />
      <Tick
        type="checkbox"
        name="isOther"
        value="1"
        defaultChecked={own?.values.isOther !== undefined}
        note={t('transfer.recordOtherHint')}
      >
        {t('transfer.recordOther')}
      </Tick>
      <Field
        id="receivedOn"
        type="date"
        label={t('transfer.recordDay')}
        min={placedOn}
        max={today}
        figures
        required
        {...fieldOf(own, 'receivedOn', today)}
      />
      <Field
        id="bankRef"
        label={t('transfer.recordRef')}
        hint={t('transfer.recordRefHint')}
        maxLength={64}
        autoComplete="off"
        figures
        required
        {...fieldOf(own, 'bankRef')}
      />
    </DecideForm>
  )
}

/** The slip will not do; the buyer reads why. */
export function RefuseForm({ slipId, failure }: { slipId: string; failure: FormFailure | null }) {
  const { t } = useTranslator()
  const own = failure?.intent === 'refuse' ? failure : null
  return (
    <DecideForm
      title={t('transfer.refuseTitle')}
      act={t('transfer.refuseAct')}
      intent="refuse"
      hidden={{ slipId }}
    >
      <TextareaField
        id="reason"
        label={t('transfer.refuseReason')}
        hint={t('transfer.refuseHint')}
        maxLength={200}
        required
        {...fieldOf(own, 'reason')}
      />
    </DecideForm>
  )
}

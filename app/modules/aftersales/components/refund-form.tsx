import { AnswerLines } from '~/modules/catalog/components/answer-lines'
import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm } from '~/ui/decide-form'
import { Field } from '~/ui/field'
import { Tick, TickGroup } from '~/ui/tick'
import type { ParcelRefundsPage } from '../get-parcel-refunds.server'

/** Pieces and amounts of each line, postage, who pays and why. */
export function RefundForm({ parcel, failure }: { parcel: ParcelRefundsPage; failure: FormFailure | null }) {
  const { t, locale } = useTranslator()
  const atMost = (fen: number) => t('aftersales.deskAmountHint', { amount: formatMoney(locale, fen) })
  const bearer = failure?.values.bearer ?? 'seller'
  return (
    <DecideForm title={t('aftersales.deskLeft')} act={t('aftersales.deskAct')} intent="refund" kind="seal">
      {parcel.lines.map((line, at) => (
        <fieldset key={line.id} className="pb-4">
          <legend>
            <b>{locale === 'en' ? (line.titleEn ?? line.titleZh) : line.titleZh}</b>
          </legend>
          {line.variantZh ? <p lang="zh-CN">{line.variantZh}</p> : null}
          {line.answers.length > 0 ? (
            <p lang="zh-CN">
              <AnswerLines answers={line.answers} />
            </p>
          ) : null}
          <input type="hidden" name={`lines[${at}].id`} value={line.id} />
          <Field
            id={`quantity-${at}`}
            label={t('aftersales.deskPieces')}
            hint={t('aftersales.deskPiecesHint', { count: line.quantity })}
            {...fieldOf(failure, `lines[${at}].quantity`)}
            inputMode="numeric"
          />
          <Field
            id={`amount-${at}`}
            label={t('aftersales.deskAmount')}
            hint={atMost(line.leftFen)}
            {...fieldOf(failure, `lines[${at}].amount`)}
            inputMode="decimal"
          />
        </fieldset>
      ))}
      <Field
        id="postage"
        label={t('aftersales.deskPostage')}
        hint={atMost(parcel.postageFen)}
        {...fieldOf(failure, 'postage')}
        inputMode="decimal"
      />
      <TickGroup id="bearer" legend={t('aftersales.deskBearer')} error={failure?.errors.bearer}>
        <Tick type="radio" name="bearer" value="seller" defaultChecked={bearer === 'seller'}>
          {t('aftersales.deskBearerSeller')}
        </Tick>
        <Tick type="radio" name="bearer" value="platform" defaultChecked={bearer === 'platform'}>
          {t('aftersales.deskBearerPlatform')}
        </Tick>
      </TickGroup>
      {parcel.byBank ? (
        <TickGroup id="byBank" legend={t('aftersales.way_bank')} error={failure?.errors.byBank}>
          <Tick type="checkbox" name="byBank" value="yes" defaultChecked={Boolean(failure?.values.byBank)}>
            {t('aftersales.deskBankTick')}
          </Tick>
        </TickGroup>
      ) : null}
      <Field
        id="reason"
        label={t('aftersales.deskReason')}
        hint={t('aftersales.deskReasonHint')}
        {...fieldOf(failure, 'reason')}
        maxLength={400}
        required
      />
    </DecideForm>
  )
}

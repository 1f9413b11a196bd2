import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Tick } from '~/ui/tick'
import type { FairPrice } from '../find-fair-price.server'
import type { StepForm } from '../step-form'
import { StepField } from './step-field'

type CostFieldsProps = { form: StepForm; fair: FairPrice; hasOptions: boolean }

/** What goes into one piece and what she wants for an hour: the price that follows from it, and why hers is lower when it is. */
export function CostFields({ form, fair, hasOptions }: CostFieldsProps) {
  const { t, locale } = useTranslator()
  const amount = { form, prefix: '¥', inputMode: 'decimal', figures: true, optional: true } as const
  const { suggestion, below } = fair
  return (
    <fieldset className="field">
      <legend className="field-label">{t('studio.costsLegend')}</legend>
      <p className="field-hint mb-4">{t('studio.costsHint')}</p>
      <StepField
        {...amount}
        name="materialsCost"
        label={t('studio.fieldMaterialsCost')}
        hint={t('studio.fieldMaterialsCostHint')}
      />
      <StepField {...amount} name="packing" label={t('studio.fieldPacking')} />
      <StepField
        {...amount}
        name="hourlyWage"
        label={t('studio.fieldHourlyWage')}
        hint={t('studio.fieldHourlyWageHint')}
      />
      {suggestion && !hasOptions ? (
        <div className="suggestion" role="status">
          <p>
            {t('studio.suggestion', {
              wage: formatMoney(locale, suggestion.wageFen),
              price: formatMoney(locale, suggestion.priceFen),
            })}
          </p>
          <Button name="intent" value="suggest">
            {t('studio.takeSuggestion')}
          </Button>
        </div>
      ) : null}
      {below || form.values.lowWageReason || form.errors.lowWageReason ? (
        <StepField
          form={form}
          name="lowWageReason"
          label={t('studio.fieldLowWageReason')}
          hint={t('studio.fieldLowWageReasonHint')}
          rows={3}
          lang="zh-CN"
        />
      ) : null}
      <Tick
        type="checkbox"
        name="showsCosts"
        defaultChecked={form.values.showsCosts === 'on'}
        note={t('studio.showsCostsNote')}
      >
        {t('studio.fieldShowsCosts')}
      </Tick>
    </fieldset>
  )
}

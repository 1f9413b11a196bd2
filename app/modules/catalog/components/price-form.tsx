import { type FormEvent, useEffect, useState } from 'react'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { OptionTiles } from '~/ui/option-tile'
import type { Earning } from '../find-earning.server'
import { makeModes } from '../listing-limits'
import { makeModeTitle } from '../listing-texts'
import type { ListingDraft } from '../schema'
import type { StepForm } from '../step-form'
import { EarningLines } from './earning-lines'
import { FormFaults } from './form-faults'
import { StepField } from './step-field'

const modeNote = {
  stock: 'studio.modeStockNote',
  made_to_order: 'studio.modeMadeNote',
  one_of_a_kind: 'studio.modeOneNote',
} as const

type PriceFormProps = {
  form: StepForm
  version: number
  options: ListingDraft['options']
  /** in the shop already: her shelf is counted elsewhere */
  isLive: boolean
  earning: Earning | null
  /** hears the price as it is typed, once scripts run */
  onPrice: (text: string) => void
}

/** The third step: how it is sold, what it costs, what she gets. Without scripts every question stands there with a word on when to answer it. */
export function PriceForm({ form, version, options, isLive, earning, onPrice }: PriceFormProps) {
  const { t } = useTranslator()
  const [mode, setMode] = useState<string | null>(null)
  useEffect(() => setMode(form.values.makeMode ?? ''), [form.values.makeMode])
  const asks = (wanted: string) => mode === null || mode === wanted
  const hear = (event: FormEvent<HTMLFormElement>) => {
    if (!(event.target instanceof HTMLInputElement)) return
    if (event.target.name === 'makeMode') setMode(event.target.value)
    if (event.target.name === 'price') onPrice(event.target.value)
  }
  return (
    <form method="post" className="studio-form" onInput={hear}>
      <FormFaults form={form} />
      <input type="hidden" name="version" value={version} />
      <OptionTiles
        id="makeMode"
        name="makeMode"
        legend={t('studio.fieldMakeMode')}
        defaultValue={form.values.makeMode}
        error={form.errors.makeMode}
        options={makeModes.map((value) => ({
          value,
          text: t(makeModeTitle[value]),
          note: t(modeNote[value]),
        }))}
      />
      {options.length > 0 ? (
        <OptionPrices form={form} options={options} />
      ) : (
        <StepField
          form={form}
          name="price"
          label={t('studio.fieldPrice')}
          hint={t('studio.fieldPriceHint')}
          prefix="¥"
          inputMode="decimal"
          figures
        />
      )}
      <section className="earning mb-7" aria-live="polite">
        <h3>{t('studio.earnTitle')}</h3>
        <EarningLines earning={earning} />
        {mode === null && options.length === 0 ? (
          <Button name="intent" value="keep">
            {t('studio.earnCount')}
          </Button>
        ) : null}
      </section>
      {asks('stock') && !isLive ? (
        <Counted
          form={form}
          name="stock"
          unit="studio.pieceUnit"
          label="studio.fieldStock"
          hint="studio.fieldStockHint"
        />
      ) : null}
      {asks('made_to_order') ? (
        <>
          <Counted
            form={form}
            name="makeDays"
            unit="studio.dayUnit"
            label="studio.fieldMakeDays"
            hint="studio.fieldMakeDaysHint"
          />
          <Counted
            form={form}
            name="weeklyCapacity"
            unit="studio.pieceUnit"
            label="studio.fieldWeekly"
            hint="studio.fieldWeeklyHint"
            optional
          />
        </>
      ) : null}
      <Counted
        form={form}
        name="weightGrams"
        unit="studio.gramUnit"
        label="studio.fieldWeight"
        hint="studio.fieldWeightHint"
        optional
      />
      <div className="studio-foot">
        <Button kind="seal" size={68} wide name="intent" value="next">
          {t('studio.nextCheck')}
        </Button>
        <Button kind="text" name="intent" value="keep">
          {t('studio.keep')}
        </Button>
      </div>
    </form>
  )
}

type CountedProps = {
  form: StepForm
  name: string
  unit: 'studio.pieceUnit' | 'studio.dayUnit' | 'studio.gramUnit'
  label: 'studio.fieldStock' | 'studio.fieldMakeDays' | 'studio.fieldWeekly' | 'studio.fieldWeight'
  hint:
    | 'studio.fieldStockHint'
    | 'studio.fieldMakeDaysHint'
    | 'studio.fieldWeeklyHint'
    | 'studio.fieldWeightHint'
  optional?: boolean
}

function Counted({ unit, label, hint, ...field }: CountedProps) {
  const { t } = useTranslator()
  return <StepField {...field} label={t(label)} hint={t(hint)} suffix={t(unit)} inputMode="numeric" figures />
}

function OptionPrices({ form, options }: { form: StepForm; options: ListingDraft['options'] }) {
  const { t, locale } = useTranslator()
  return (
    <fieldset className="field">
      <legend className="field-label">{t('studio.optionsLegend')}</legend>
      {options.map(({ variantId, nameZh, nameEn }, at) => (
        <div key={variantId}>
          <input type="hidden" name={`options[${at}].variantId`} value={variantId} />
          <Field
            id={`options[${at}].price`}
            name={`options[${at}].price`}
            label={(locale === 'en' && nameEn) || nameZh}
            defaultValue={form.values[`options[${at}].price`]}
            error={form.errors[`options[${at}].price`]}
            prefix="¥"
            inputMode="decimal"
            autoComplete="off"
            figures
          />
        </div>
      ))}
    </fieldset>
  )
}

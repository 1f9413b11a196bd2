import { useTranslator } from '~/platform/i18n/use-translator'
import { Tick, TickGroup } from '~/ui/tick'
import { makeModes } from '../listing-limits'
import { makeModeTitle } from '../listing-texts'
import type { ListingDraft } from '../schema'
import { clashOf, type StepForm } from '../step-form'
import { AddKind, KindFields } from './kind-fields'
import { StepField } from './step-field'

const modeNote = {
  stock: 'studio.modeStockNote',
  made_to_order: 'studio.modeMadeNote',
  one_of_a_kind: 'studio.modeOneNote',
} as const

type SaleFieldsProps = {
  form: StepForm
  /** which way of making is chosen; null while no script tells */
  mode: string | null
  options: ListingDraft['options']
  /** the kinds that are counted on her shelf */
  shelves: readonly string[]
}

/** How it is sold, and for how much: in one kind or in several. */
export function SaleFields({ form, mode, options, shelves }: SaleFieldsProps) {
  return (
    <>
      <MakeModeField form={form} />
      {options.length > 0 ? (
        <KindFields form={form} mode={mode} options={options} shelves={shelves} />
      ) : (
        <PriceField form={form} />
      )}
      <AddKind count={options.length} />
    </>
  )
}

/** What one costs. */
export function PriceField({ form }: { form: StepForm }) {
  const { t } = useTranslator()
  return (
    <StepField
      form={form}
      name="price"
      label={t('studio.fieldPrice')}
      hint={t('studio.fieldPriceHint')}
      prefix="¥"
      inputMode="decimal"
      figures
    />
  )
}

/** From her shelf, made when it is ordered, or the only one there is. */
export function MakeModeField({ form }: { form: StepForm }) {
  const { t } = useTranslator()
  const clash = clashOf(form, 'makeMode')
  const kept = makeModes.find((mode) => mode === clash)
  return (
    <TickGroup
      id="makeMode"
      legend={t('studio.fieldMakeMode')}
      error={kept ? t('studio.staleStored', { text: t(makeModeTitle[kept]) }) : form.errors.makeMode}
    >
      {makeModes.map((value) => (
        <Tick
          key={value}
          type="radio"
          name="makeMode"
          value={value}
          note={t(modeNote[value])}
          defaultChecked={form.values.makeMode === value}
        >
          {t(makeModeTitle[value])}
        </Tick>
      ))}
    </TickGroup>
  )
}

type MakingFieldsProps = {
  form: StepForm
  /** which way of making is chosen; null while no script tells, then every question stands there */
  mode: string | null
  isLive: boolean
  /** each kind is asked for its own count and days */
  hasKinds: boolean
}

/** How many, how long, how heavy: only what the chosen way of making asks. */
export function MakingFields({ form, mode, isLive, hasKinds }: MakingFieldsProps) {
  const { t } = useTranslator()
  const asks = (wanted: string) => mode === null || mode === wanted
  const number = { form, inputMode: 'numeric', figures: true } as const
  return (
    <>
      {asks('stock') && !isLive && !hasKinds ? (
        <StepField
          {...number}
          name="stock"
          label={t('studio.fieldStock')}
          hint={t('studio.fieldStockHint')}
          suffix={t('studio.pieceUnit')}
        />
      ) : null}
      {asks('made_to_order') ? (
        <>
          {hasKinds ? null : (
            <StepField
              {...number}
              name="makeDays"
              label={t('studio.fieldMakeDays')}
              hint={t('studio.fieldMakeDaysHint')}
              suffix={t('studio.dayUnit')}
            />
          )}
          <StepField
            {...number}
            name="weeklyCapacity"
            label={t('studio.fieldWeekly')}
            hint={t('studio.fieldWeeklyHint')}
            suffix={t('studio.pieceUnit')}
            optional
          />
        </>
      ) : null}
      <StepField
        {...number}
        name="weightGrams"
        label={t('studio.fieldWeight')}
        hint={t('studio.fieldWeightHint')}
        suffix={t('studio.gramUnit')}
        optional
      />
    </>
  )
}

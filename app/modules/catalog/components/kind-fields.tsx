import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { FieldError } from '~/ui/field'
import { listingLimits } from '../listing-limits'
import type { ListingDraft } from '../schema'
import type { StepForm } from '../step-form'
import { StepField } from './step-field'

type KindFieldsProps = {
  form: StepForm
  /** which way of making is chosen; null while no script tells, then every question stands there */
  mode: string | null
  options: ListingDraft['options']
  /** the kinds that are counted on her shelf: here they are not asked for their count */
  shelves: readonly string[]
}

/** A row for each kind of a piece: its name, its price, and how many there are or how long one takes. */
export function KindFields({ form, mode, options, shelves }: KindFieldsProps) {
  const { t } = useTranslator()
  const said = form.errors.options
  return (
    <fieldset className="field kinds" id="options" aria-describedby={said ? 'options-error' : undefined}>
      <legend className="field-label">{t('studio.kindsLegend')}</legend>
      <p className="field-hint">{t('studio.kindsHint')}</p>
      {said ? <FieldError id="options-error">{said}</FieldError> : null}
      {options.map(({ variantId }, at) => (
        <KindRow
          key={variantId}
          form={form}
          mode={mode}
          at={at}
          id={variantId}
          isCounted={shelves.includes(variantId)}
        />
      ))}
    </fieldset>
  )
}

type KindRowProps = { form: StepForm; mode: string | null; at: number; id: string; isCounted: boolean }

function KindRow({ form, mode, at, id, isCounted }: KindRowProps) {
  const { t } = useTranslator()
  const name = (field: string) => `options[${at}].${field}`
  const asks = (wanted: string) => mode === null || mode === wanted
  const number = { form, inputMode: 'numeric', figures: true } as const
  const index = at + 1
  return (
    <fieldset className="kind">
      <legend className="kind-head">{t('studio.kindNumber', { index })}</legend>
      <input type="hidden" name={name('variantId')} value={id} />
      <StepField form={form} name={name('nameZh')} label={t('studio.kindName')} lang="zh-CN" />
      <StepField
        form={form}
        name={name('price')}
        label={t('studio.kindPrice')}
        prefix="¥"
        inputMode="decimal"
        figures
      />
      {isCounted ? <input type="hidden" name={name('stock')} value={form.values[name('stock')]} /> : null}
      {asks('stock') && !isCounted ? (
        <StepField
          {...number}
          name={name('stock')}
          label={t('studio.kindStock')}
          suffix={t('studio.pieceUnit')}
        />
      ) : null}
      {asks('made_to_order') ? (
        <StepField
          {...number}
          name={name('makeDays')}
          label={t('studio.kindDays')}
          suffix={t('studio.dayUnit')}
        />
      ) : null}
      <StepField form={form} name={name('nameEn')} label={t('studio.kindNameEn')} lang="en" optional />
      <Button
        kind="text"
        name="intent"
        value={`without:${id}`}
        aria-label={t('studio.kindTakeOutThis', { index })}
      >
        {t('studio.kindTakeOut')}
      </Button>
    </fieldset>
  )
}

/** The way to another kind, while there may be more. */
export function AddKind({ count }: { count: number }) {
  const { t } = useTranslator()
  const { max } = listingLimits.kinds
  if (count >= max) return <p className="field-hint mb-7">{t('studio.kindsFull', { max })}</p>
  return (
    <div className="mb-7">
      <Button name="intent" value="kind">
        {t(count === 0 ? 'studio.kindFirst' : 'studio.kindAnother')}
      </Button>
      {count === 0 ? <p className="field-hint mt-2">{t('studio.kindFirstHint')}</p> : null}
    </div>
  )
}

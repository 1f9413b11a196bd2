import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { KeepTyped } from '~/ui/keep-typed'
import type { FairPrice } from '../find-fair-price.server'
import type { ListingDraft } from '../schema'
import type { StepForm } from '../step-form'
import { CostFields } from './cost-fields'
import { EarningLines } from './earning-lines'
import { FormFaults } from './form-faults'
import { MakingFields, SaleFields } from './price-fields'

type PriceFormProps = {
  form: StepForm
  productId: string
  /** who types: what she has not saved is kept under her name */
  owner: string
  version: number
  options: ListingDraft['options']
  /** the kinds that are counted on her shelf */
  shelves: readonly string[]
  /** in the shop already: her shelf is counted elsewhere */
  isLive: boolean
  fair: FairPrice
  /** hears prices and costs as they are typed, once scripts run */
  onAmounts: (amounts: Record<string, string>) => void
}

/** the fields that decide what a piece brings her */
const amounts = ['price', 'materialsCost', 'packing', 'hourlyWage']

function amountsIn(form: HTMLFormElement): Record<string, string> {
  const typed = new FormData(form)
  return Object.fromEntries(amounts.map((name) => [name, `${typed.get(name) ?? ''}`]))
}

/** The third step: how it is sold, what it costs, what she gets. Without scripts every question stands there with a word on when to answer it. */
export function PriceForm({
  form,
  productId,
  owner,
  version,
  options,
  shelves,
  isLive,
  fair,
  onAmounts,
}: PriceFormProps) {
  const { t } = useTranslator()
  const [mode, setMode] = useState<string | null>(null)
  const ref = useRef<HTMLFormElement>(null)
  // what was chosen before the scripts had come, or was put back, counts
  useEffect(() => {
    const chosen = ref.current && new FormData(ref.current).get('makeMode')
    setMode(typeof chosen === 'string' ? chosen : (form.values.makeMode ?? ''))
  }, [form.values.makeMode])
  const hasListened = useRef(false)
  // what she typed before the scripts had come is heard too
  useEffect(() => {
    if (hasListened.current || !ref.current) return
    hasListened.current = true
    const typed = amountsIn(ref.current)
    if (amounts.some((name) => typed[name] !== (form.values[name] ?? ''))) onAmounts(typed)
  }, [form.values, onAmounts])
  const hear = (event: FormEvent<HTMLFormElement>) => {
    if (!(event.target instanceof HTMLInputElement)) return
    if (event.target.name === 'makeMode') setMode(event.target.value)
    if (amounts.includes(event.target.name)) onAmounts(amountsIn(event.currentTarget))
  }
  return (
    <form
      ref={ref}
      method="post"
      className="lg:grid lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)] lg:items-start lg:gap-x-14"
      onInput={hear}
      noValidate
    >
      <div className="max-w-[40rem]">
        <FormFaults form={form} />
        <KeepTyped
          owner={owner}
          name={`${productId}.price`}
          version={version}
          isAnswered={!form.isSaved}
          text={t('studio.typedKept')}
        />
        <input type="hidden" name="version" value={version} />
        <SaleFields form={form} mode={mode} options={options} shelves={shelves} />
        <CostFields form={form} fair={fair} hasOptions={options.length > 0} />
      </div>
      <section className="earning mb-7 max-w-[40rem] lg:row-span-2" aria-live="polite">
        <h2 className="text-[1.25rem]">{t('studio.earnTitle')}</h2>
        <EarningLines fair={fair} />
        {mode === null ? (
          <Button name="intent" value="keep">
            {t('studio.earnCount')}
          </Button>
        ) : null}
      </section>
      <div className="max-w-[40rem]">
        <MakingFields form={form} mode={mode} isLive={isLive} hasKinds={options.length > 0} />
        <div className="studio-foot">
          <Button kind="seal" size={68} wide name="intent" value="next">
            {t('studio.nextCheck')}
          </Button>
          <Button kind="text" name="intent" value="keep">
            {t('studio.keep')}
          </Button>
        </div>
      </div>
    </form>
  )
}

import type { CartPromotion } from '~/modules/cart/cart-view'
import { codeProblem } from '~/modules/cart/components/code-problem'
import type { ConsentText } from '~/modules/settings/find-text.server'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { ConsentBox } from '~/ui/consent-box'
import { ErrorBanner } from '~/ui/error-banner'
import { Field, SelectField, TextareaField } from '~/ui/field'
import { Tick, TickGroup } from '~/ui/tick'

type CheckoutFieldsProps = {
  failure: FormFailure | null
  /** what she typed on an earlier visit */
  kept: Readonly<Record<string, string>>
  /** how the total has changed since she saw it; null when it has not */
  changedTotal: string | null
  /** the code that lies with the basket, and what came of it */
  promotion: CartPromotion
  provinces: readonly { code: string; name: string }[]
  hasMadeToOrder: boolean
  /** what she agrees to before her payment goes abroad */
  abroadText: ConsentText
  /** for how many days pieces are kept for a bank transfer; null while the shop takes none */
  transferDays: number | null
  /** the total in words, on the button; null while the basket cannot be ordered */
  amount: string | null
}

/** Where to and to whom. What was typed stays; each fault stands beside its field. */
export function CheckoutFields(props: CheckoutFieldsProps) {
  const { failure, provinces, hasMadeToOrder, abroadText, transferDays, amount, promotion } = props
  const { t, locale } = useTranslator()
  const values = failure?.values ?? props.kept
  const of = (name: string) => ({
    id: name,
    name,
    defaultValue: values[name],
    error: failure?.errors[name],
  })
  const chosen = provinces.map(({ code, name }) => ({ value: code, text: name }))
  return (
    <>
      <CheckoutFaults {...props} />
      <div className="pair">
        <Field {...of('name')} label={t('order.name')} autoComplete="name" maxLength={60} required />
        <Field
          {...of('phone')}
          label={t('order.phone')}
          figures
          inputMode="tel"
          autoComplete="tel"
          maxLength={20}
          required
        />
      </div>
      <div className="pair">
        <SelectField
          {...of('province')}
          label={t('order.province')}
          autoComplete="address-level1"
          choices={[{ value: '', text: t('order.provinceChoose') }, ...chosen]}
          required
        />
        <Field
          {...of('county')}
          label={t('order.county')}
          hint={t('order.countyHint')}
          autoComplete="address-level2"
          maxLength={60}
          required
        />
      </div>
      <Field
        {...of('line')}
        label={t('order.line')}
        hint={t('order.lineHint')}
        autoComplete="street-address"
        maxLength={160}
        required
      />
      <TextareaField
        {...of('note')}
        label={t('order.note')}
        mark={t('common.optional')}
        hint={t('order.noteHint')}
        rows={2}
        maxLength={260}
      />
      <div className="code-form">
        <Field
          {...of('promoCode')}
          label={t('promotion.code')}
          mark={t('common.optional')}
          hint={t('promotion.codeHint')}
          defaultValue={failure?.values.promoCode ?? promotion.code}
          error={failure?.errors.promoCode ?? codeProblem(promotion, t, locale)}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={60}
        />
        <Button type="submit" name="applyCode" value="yes">
          {t('promotion.apply')}
        </Button>
      </div>
      {hasMadeToOrder ? (
        <TickGroup
          id="agreeMadeToOrder"
          legend={t('order.madeToOrderLegend')}
          error={failure?.errors.agreeMadeToOrder}
        >
          <Tick
            type="checkbox"
            name="agreeMadeToOrder"
            value="yes"
            defaultChecked={values.agreeMadeToOrder !== undefined}
          >
            {t('order.madeToOrderAgree')}
          </Tick>
        </TickGroup>
      ) : null}
      <ConsentBox
        id="abroadTextId"
        text={abroadText}
        ticked={values.abroadTextId}
        error={failure?.errors.abroadTextId}
      >
        {t('order.abroadAgree')}
      </ConsentBox>
      {amount === null ? null : (
        <div className="acts">
          <Button kind="seal" wide type="submit">
            {t('order.toPay', { amount })}
          </Button>
          {transferDays === null ? null : (
            <Button wide type="submit" name="way" value="transfer">
              {t('order.byTransfer')}
            </Button>
          )}
        </div>
      )}
      {amount === null || transferDays === null ? null : (
        <p className="field-hint">{t('order.byTransferHint', { days: transferDays })}</p>
      )}
      <p className="field-hint">{t('order.noSignIn')}</p>
    </>
  )
}

/** A basket that cannot be ordered speaks for itself (CheckoutProblems): here then only about fields. */
function CheckoutFaults({ failure, amount, changedTotal }: CheckoutFieldsProps) {
  const { t } = useTranslator()
  if (!failure) return null
  if (amount === null && Object.keys(failure.errors).length === 0) return null
  const faults = Object.entries(failure.errors).map(([fieldId, text]) => ({ fieldId, text }))
  const title = faults.length > 0 ? t('order.fixFaults', { count: faults.length }) : (failure.formError ?? '')
  return (
    <ErrorBanner
      title={title}
      faults={faults}
      rest={[changedTotal, t('order.restKept')].filter(Boolean).join(' ')}
    />
  )
}

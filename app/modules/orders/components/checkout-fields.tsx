import type { DestinationView } from '~/modules/abroad/destination-view'
import { abroadFieldNames } from '~/modules/addresses/abroad-schema'
import type { AddressView } from '~/modules/addresses/address-view'
import { AbroadInputs } from '~/modules/addresses/components/abroad-fields'
import { AddressChoice } from '~/modules/addresses/components/address-choice'
import { AddressInputs } from '~/modules/addresses/components/address-fields'
import { PasteAddress } from '~/modules/addresses/components/paste-address'
import { addressFieldNames, type Filled } from '~/modules/addresses/schema'
import type { CartParcelView, CartPromotion } from '~/modules/cart/cart-view'
import { codeProblem } from '~/modules/cart/components/code-problem'
import { AgreedBy } from '~/modules/documents/components/agreed-by'
import { InvoiceInputs } from '~/modules/invoices/components/invoice-fields'
import type { ConsentText } from '~/modules/settings/find-text.server'
import { fieldFaults } from '~/platform/field-faults'
import type { FormFailure } from '~/platform/form.server'
import type { Translate } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { ConsentBox } from '~/ui/consent-box'
import { ErrorBanner } from '~/ui/error-banner'
import { Field, TextareaField } from '~/ui/field'
import { Tick, TickGroup } from '~/ui/tick'
import { WaysAbroad } from './ways-abroad'

type CheckoutFieldsProps = {
  failure: FormFailure | null
  /** what she typed on an earlier visit */
  kept: Readonly<Record<string, string>>
  /** what is otherwise than when she last saw it: the total, by what a parcel goes */
  changed: readonly string[]
  /** the code that lies with the basket, and what came of it */
  promotion: CartPromotion
  parcels: readonly CartParcelView[]
  /** where it goes abroad; null: inside the mainland */
  destination: DestinationView | null
  provinces: readonly { code: string; name: string }[]
  isSignedIn: boolean
  /** her saved addresses; a guest has none */
  book: readonly AddressView[]
  /** what the last press of a button that fills the address left open; null = none was pressed */
  filled: Filled
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
  const { failure, provinces, isSignedIn, book, filled, hasMadeToOrder, abroadText, transferDays } = props
  const { amount, promotion, destination } = props
  const { t, locale } = useTranslator()
  const values = failure?.values ?? props.kept
  const sellers = sellersText(props.parcels, t)
  const of = (name: string) => ({
    id: name,
    name,
    defaultValue: values[name],
    error: failure?.errors[name],
  })
  return (
    <>
      <CheckoutFaults {...props} />
      <Whereto destination={destination} />
      <WaysAbroad parcels={props.parcels} />
      <AddressChoice book={book} />
      {destination ? (
        <AbroadInputs failure={failure} values={values} destination={destination} />
      ) : (
        <>
          <PasteAddress text={values.paste} filled={failure ? null : filled} />
          <AddressInputs failure={failure} values={values} provinces={provinces} />
        </>
      )}
      {isSignedIn ? (
        <div className="mb-5">
          <Tick
            type="checkbox"
            name="keepAddress"
            value="yes"
            defaultChecked={values.keepAddress !== undefined}
          >
            {t('address.keep')}
          </Tick>
        </div>
      ) : null}
      <TextareaField
        {...of('note')}
        label={t('order.note')}
        mark={t('common.optional')}
        hint={t('order.noteHint', { sellers })}
        rows={2}
        maxLength={200}
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
      <TextareaField
        {...of('giftNote')}
        label={t('order.giftNote')}
        mark={t('common.optional')}
        hint={t(props.parcels.length > 1 ? 'order.giftNoteHintEach' : 'order.giftNoteHint', { sellers })}
        rows={2}
        maxLength={200}
        // by it the style knows whether she wrote one
        placeholder=" "
      />
      <div className="mb-5">
        <Tick type="checkbox" name="hidePrices" value="yes" defaultChecked={values.hidePrices !== undefined}>
          {t('order.hidePrices')}
        </Tick>
      </div>
      {destination || isSignedIn ? null : (
        <Field
          {...of('buyerPhone')}
          className="own-phone"
          label={t('order.ownPhone')}
          hint={t('order.ownPhoneHint')}
          figures
          inputMode="tel"
          autoComplete="tel"
          maxLength={20}
        />
      )}
      {destination ? null : <InvoiceInputs failure={failure} values={values} />}
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
        <div className="acts" id="to-pay" data-counted>
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
      <AgreedBy act="agreeOrder" />
    </>
  )
}

/** Everybody whose work is in the basket reads what is written to them: A、B / A and B. */
function sellersText(parcels: CheckoutFieldsProps['parcels'], t: Translate): string {
  const names = parcels.map(({ sellerName }) => sellerName)
  return [names.slice(0, -1).join(t('shop.listComma')), ...names.slice(-1)]
    .filter(Boolean)
    .join(t('shop.listLast'))
}

/** Which country, and the way to another one, with all that was typed. */
function Whereto({ destination }: Pick<CheckoutFieldsProps, 'destination'>) {
  const { t } = useTranslator()
  return (
    <p className="mb-4">
      {destination ? `${t('abroad.to', { country: destination.name })} · ` : null}
      <Button kind="text" size={44} name="otherCountry" value="yes" formNoValidate>
        {t(destination ? 'abroad.change' : 'abroad.ask')}
      </Button>
    </p>
  )
}

/** A basket that cannot be ordered speaks for itself (CheckoutProblems): here then only about fields. */
function CheckoutFaults({ failure, amount, changed, destination }: CheckoutFieldsProps) {
  const { t } = useTranslator()
  if (!failure) return null
  if (amount === null && Object.keys(failure.errors).length === 0) return null
  const labels = {
    ...Object.fromEntries(
      destination
        ? abroadFieldNames.map((name) => [name, t(`abroad.${name}`)])
        : addressFieldNames.map((name) => [name, t(`address.${name}`)]),
    ),
    note: t('order.note'),
    promoCode: undefined,
    giftNote: t('order.giftNote'),
    buyerPhone: t('order.ownPhone'),
    invoiceKind: undefined,
    invoiceTitle: t('invoice.title'),
    taxNumber: undefined,
    invoiceEmail: t('invoice.email'),
    agreeMadeToOrder: undefined,
    abroadTextId: undefined,
  }
  const faults = fieldFaults(failure.errors, labels, t)
  const title =
    faults.length > 0 ? t('errors.fixFaults', { count: faults.length }) : (failure.formError ?? '')
  return <ErrorBanner title={title} faults={faults} rest={[...changed, t('errors.restKept')].join(' ')} />
}

import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Field, SelectField } from '~/ui/field'
import { Tick } from '~/ui/tick'
import { type Carrier, carriers, cleanNumber } from '../schema'
import { oddNumber } from '../tracking-number'

type ShipProps = { failure: FormFailure | null; usual: Carrier }

/** Carrier and tracking number; the parcel is sent. A refusal stands at the head of the page. */
export function ShipForm(props: ShipProps) {
  const { t } = useTranslator()
  return (
    <section className="studio-section">
      <h2>{t('order.shipTitle')}</h2>
      <form method="post" className="studio-form" noValidate>
        <ShipFields {...props} />
        <Button kind="seal" size={68} wide type="submit">
          {t('order.shipNow')}
        </Button>
      </form>
    </section>
  )
}

/** The fields alone. A number that looks odd is asked about with a tick. */
export function ShipFields({ failure, usual }: ShipProps) {
  const { t } = useTranslator()
  const isAsked = failure !== null && asksWhetherSure(failure)
  return (
    <>
      <SelectField
        id="carrier"
        name="carrier"
        label={t('order.carrier')}
        defaultValue={failure?.values.carrier ?? usual}
        error={failure?.errors.carrier}
        choices={carriers.map((carrier) => ({ value: carrier, text: t(`order.carrier_${carrier}`) }))}
      />
      <Field
        id="trackingNumber"
        name="trackingNumber"
        label={t('order.tracking')}
        hint={t('order.trackingHint')}
        defaultValue={failure?.values.trackingNumber}
        error={failure?.errors.trackingNumber}
        autoComplete="off"
        maxLength={60}
        required
      />
      {isAsked ? (
        <Tick type="checkbox" name="sure" value="yes">
          {t('track.sure')}
        </Tick>
      ) : null}
    </>
  )
}

/** Whether it was the look of the number that was asked about. */
function asksWhetherSure({ errors, values }: FormFailure): boolean {
  const carrier = carriers.find((one) => one === values.carrier)
  if (!errors.trackingNumber || !carrier) return false
  const number = cleanNumber(values.trackingNumber ?? '')
  return /^[A-Z0-9-]{6,40}$/.test(number) && oddNumber(carrier, number) !== null
}

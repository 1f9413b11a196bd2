import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Field, SelectField } from '~/ui/field'
import { type Carrier, carriers } from '../schema'

/** Carrier and tracking number; the parcel is sent. A refusal stands at the head of the page. */
export function ShipForm({ failure, usual }: { failure: FormFailure | null; usual: Carrier }) {
  const { t } = useTranslator()
  return (
    <section className="studio-section">
      <h2>{t('order.shipTitle')}</h2>
      <form method="post" className="studio-form">
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
        <Button kind="seal" size={68} wide type="submit">
          {t('order.shipNow')}
        </Button>
      </form>
    </section>
  )
}

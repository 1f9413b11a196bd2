import type { DestinationView } from '~/modules/abroad/destination-view'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Field } from '~/ui/field'

type AbroadInputsProps = {
  failure: FormFailure | null
  /** what she typed before */
  values: Readonly<Record<string, string | undefined>>
  destination: DestinationView
}

/** Who receives a parcel abroad and where: plain lines, as they stand on a label there. */
export function AbroadInputs({ failure, values, destination }: AbroadInputsProps) {
  const { t } = useTranslator()
  const of = (name: string) => ({ id: name, name, defaultValue: values[name], error: failure?.errors[name] })
  const optional = { mark: t('common.optional') }
  const { isLatin, postcodeExample } = destination
  return (
    <>
      <Field
        {...of('name')}
        label={t('abroad.name')}
        hint={t(isLatin ? 'abroad.nameHint' : 'abroad.nameHintOwn')}
        autoComplete="name"
        maxLength={80}
        required
      />
      <Field
        {...of('line1')}
        label={t('abroad.line1')}
        autoComplete="address-line1"
        maxLength={100}
        required
      />
      <Field
        {...of('line2')}
        {...optional}
        label={t('abroad.line2')}
        autoComplete="address-line2"
        maxLength={100}
      />
      <div className="pair">
        <Field
          {...of('postcode')}
          {...(postcodeExample ? { hint: t('abroad.postcodeHint', { example: postcodeExample }) } : optional)}
          label={t('abroad.postcode')}
          autoComplete="postal-code"
          maxLength={16}
          figures
          required={postcodeExample !== null}
        />
        <Field
          {...of('city')}
          label={t('abroad.city')}
          autoComplete="address-level2"
          maxLength={80}
          required
        />
      </div>
      <Field
        {...of('state')}
        {...optional}
        label={t('abroad.state')}
        autoComplete="address-level1"
        maxLength={80}
      />
      <div className="pair">
        <Field
          {...of('phone')}
          label={t('abroad.phone')}
          hint={t('abroad.phoneHint')}
          type="tel"
          autoComplete="tel"
          maxLength={30}
          figures
          required
        />
        <Field
          {...of('email')}
          label={t('abroad.email')}
          hint={t('abroad.emailHint')}
          type="email"
          autoComplete="email"
          maxLength={100}
          required
        />
      </div>
    </>
  )
}

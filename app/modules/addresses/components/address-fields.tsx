import type { FormFailure } from '~/platform/form.server'
import { Kept } from '~/platform/http/kept-markup'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Field, SelectField } from '~/ui/field'

type AddressInputsProps = {
  failure: FormFailure | null
  /** what she typed before, or what is to be changed */
  values: Readonly<Record<string, string | undefined>>
  provinces: readonly { code: string; name: string }[]
}

/** Who receives a parcel and where. What was typed stays; each fault stands beside its field. */
export function AddressInputs({ failure, values, provinces }: AddressInputsProps) {
  const { t } = useTranslator()
  const of = (name: string) => ({
    id: name,
    name,
    defaultValue: values[name],
    error: failure?.errors[name],
  })
  const chosen = provinces.map(({ code, name }) => ({ value: code, text: name }))
  return (
    <>
      <div className="pair">
        <Field {...of('name')} label={t('address.name')} autoComplete="name" maxLength={60} required />
        <Field
          {...of('phone')}
          label={t('address.phone')}
          hint={t('address.phoneHint')}
          figures
          inputMode="tel"
          autoComplete="tel"
          maxLength={20}
          required
        />
      </div>
      <div className="pair">
        <Kept
          name="province"
          of={[values.province, failure?.errors.province, provinces]}
          draw={() => (
            <SelectField
              {...of('province')}
              label={t('address.province')}
              autoComplete="address-level1"
              choices={[{ value: '', text: t('address.provinceChoose') }, ...chosen]}
              required
            />
          )}
        />
        <Field
          {...of('county')}
          label={t('address.county')}
          hint={t('address.countyHint')}
          autoComplete="address-level2"
          maxLength={60}
          required
        />
      </div>
      <Field
        {...of('line')}
        label={t('address.line')}
        hint={t('address.lineHint')}
        autoComplete="street-address"
        maxLength={160}
        required
      />
    </>
  )
}

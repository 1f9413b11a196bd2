import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm } from '~/ui/decide-form'
import { Field, SelectField } from '~/ui/field'
import { Tick } from '~/ui/tick'
import type { Postage } from '../find-postage.server'
import { wordOf } from '../problem-words'
import { services } from '../schema'

type FormProps = { tomorrow: string; failure: FormFailure | null }

/** Postage inside the mainland from a day on. */
export function InlandPostageForm({ tomorrow, failure }: FormProps) {
  const { t } = useTranslator()
  return (
    <DecideForm title={t('abroad.inlandNew')} act={t('abroad.inlandSet')} intent="inland" kind="seal">
      <Field
        id="inland-parcel"
        label={t('abroad.parcelFee')}
        {...fieldOf(failure, 'parcel')}
        prefix="¥"
        inputMode="decimal"
        figures
        required
      />
      <Field
        id="inland-freeFrom"
        label={t('abroad.freeFrom')}
        hint={t('abroad.freeFromHint')}
        {...fieldOf(failure, 'freeFrom')}
        prefix="¥"
        inputMode="decimal"
        figures
      />
      <Field
        id="inland-from"
        type="date"
        label={t('abroad.from')}
        {...fieldOf(failure, 'from', tomorrow)}
        min={tomorrow}
        figures
        required
      />
    </DecideForm>
  )
}

const weights = ['firstGrams', 'stepGrams', 'mostGrams'] as const
const days = ['daysFrom', 'daysTo'] as const

/** What a service asks for a parcel into a zone from a day on. */
export function RateForm({ tomorrow, failure, zones }: FormProps & Pick<Postage, 'zones'>) {
  const { t, locale } = useTranslator()
  const figure = (name: (typeof weights)[number] | (typeof days)[number]) => (
    <Field
      key={name}
      id={`rate-${name}`}
      label={t(`abroad.${name}`)}
      {...fieldOf(failure, name)}
      inputMode="numeric"
      figures
      required
    />
  )
  const money = (name: 'first' | 'step', label: string) => (
    <Field
      id={`rate-${name}`}
      label={label}
      {...fieldOf(failure, name)}
      prefix="¥"
      inputMode="decimal"
      figures
      required
    />
  )
  return (
    <DecideForm title={t('abroad.abroadNew')} act={t('abroad.abroadSet')} intent="rate" kind="seal">
      <SelectField
        id="rate-zoneId"
        label={t('abroad.zone')}
        {...fieldOf(failure, 'zoneId')}
        choices={zones.map(({ id, name }) => ({ value: id, text: wordOf(locale, name) }))}
      />
      <SelectField
        id="rate-service"
        label={t('abroad.service')}
        {...fieldOf(failure, 'service')}
        choices={services.map((service) => ({ value: service, text: t(`abroad.service_${service}`) }))}
      />
      {figure('firstGrams')}
      {money('first', t('abroad.firstFee'))}
      {figure('stepGrams')}
      {money('step', t('abroad.stepFee'))}
      {figure('mostGrams')}
      {days.map(figure)}
      <Tick
        type="checkbox"
        name="isTracked"
        value="yes"
        defaultChecked={failure === null || failure.values.isTracked !== undefined}
      >
        {t('abroad.isTracked')}
      </Tick>
      <Field
        id="rate-from"
        type="date"
        label={t('abroad.from')}
        {...fieldOf(failure, 'from', tomorrow)}
        min={tomorrow}
        figures
        required
      />
    </DecideForm>
  )
}

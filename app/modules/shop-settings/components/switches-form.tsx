import { type Feature, features } from '~/modules/settings/features'
import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm } from '~/ui/decide-form'
import { Field } from '~/ui/field'
import { Tick } from '~/ui/tick'

type Props = { now: Record<Feature, boolean>; failure: FormFailure | null }

/** What can be switched off at once: ticked is on. */
export function SwitchesForm({ now, failure }: Props) {
  const { t } = useTranslator()
  return (
    <DecideForm title={t('settings.features')} act={t('settings.change')} intent="features">
      <p className="quiet pb-3">{t('settings.featuresText')}</p>
      {features.map((feature) => (
        <Tick
          key={feature}
          type="checkbox"
          name={feature}
          defaultChecked={failure ? feature in failure.values : now[feature]}
          note={t(`settings.featureNote_${feature}`)}
        >
          {t(`settings.feature_${feature}`)}
        </Tick>
      ))}
      <Field
        id="featuresNote"
        label={t('settings.note')}
        hint={t('settings.noteHint')}
        {...fieldOf(failure, 'note')}
        maxLength={300}
        required
      />
    </DecideForm>
  )
}

import { useTranslator } from '~/platform/i18n/use-translator'
import { Tick } from '~/ui/tick'
import { listingLimits } from '../listing-limits'
import type { StepForm } from '../step-form'
import { FoldedGroup } from './folded-group'
import { StepField } from './step-field'

const places = Array.from({ length: listingLimits.wishes.max }, (_, at) => at)

/** Questions to whoever wants one, such as which name to stitch: folded away until there are some. */
export function WishFields({ form }: { form: StepForm }) {
  const { t } = useTranslator()
  const labels = places.map((at) => `wishes[${at}].labelZh`)
  return (
    <FoldedGroup
      form={form}
      title={t('studio.wishesTitle')}
      names={Object.keys(form.errors).filter((name) => name.startsWith('wishes'))}
      said={labels.flatMap((name) => form.values[name] ?? [])}
    >
      <p className="field-hint mb-4">{t('studio.wishesHint')}</p>
      {places.map((at) => (
        <WishRow key={at} form={form} at={at} />
      ))}
    </FoldedGroup>
  )
}

function WishRow({ form, at }: { form: StepForm; at: number }) {
  const { t } = useTranslator()
  const name = (field: string) => `wishes[${at}].${field}`
  return (
    <fieldset className="kind">
      <legend className="kind-head">{t('studio.wishNumber', { index: at + 1 })}</legend>
      <StepField form={form} name={name('labelZh')} label={t('studio.wishLabel')} lang="zh-CN" optional />
      <StepField
        form={form}
        name={name('maxLength')}
        label={t('studio.wishMaxLength')}
        suffix={t('studio.wishLengthUnit')}
        inputMode="numeric"
        figures
        optional
      />
      <StepField form={form} name={name('hintZh')} label={t('studio.wishHint')} lang="zh-CN" optional />
      <StepField form={form} name={name('labelEn')} label={t('studio.wishLabelEn')} lang="en" optional />
      <StepField form={form} name={name('hintEn')} label={t('studio.wishHintEn')} lang="en" optional />
      <Tick
        type="checkbox"
        name={name('isRequired')}
        defaultChecked={form.values[name('isRequired')] === 'on'}
      >
        {t('studio.wishRequired')}
      </Tick>
    </fieldset>
  )
}

import { wordOf } from '~/modules/abroad/problem-words'
import { materials, materialTitle } from '~/modules/search/attributes'
import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm } from '~/ui/decide-form'
import { Field, SelectField } from '~/ui/field'
import type { CustomsRules } from '../find-customs-rules.server'
import { mainland } from '../schema'

type FormProps = { failure: FormFailure | null } & Pick<CustomsRules, 'today' | 'crafts' | 'countries'>

/** What no longer passes a border, from a day on. */
export function BlockGoodsForm({ failure, today, crafts, countries }: FormProps) {
  const { t, locale } = useTranslator()
  return (
    <DecideForm title={t('abroad.blockNew')} act={t('abroad.blockAct')} intent="block" kind="seal">
      <SelectField
        id="block-goods"
        label={t('abroad.goods')}
        {...fieldOf(failure, 'goods')}
        choices={[
          ...materials.map((code) => ({
            value: `material:${code}`,
            text: t('abroad.ofMaterial', { name: t(materialTitle[code]) }),
          })),
          ...crafts.map(({ id, name }) => ({
            value: `craft:${id}`,
            text: t('abroad.ofCraft', { name: wordOf(locale, name) }),
          })),
        ]}
      />
      <SelectField
        id="block-country"
        label={t('abroad.blockCountry')}
        {...fieldOf(failure, 'country')}
        choices={[
          { value: '', text: t('abroad.anywhere') },
          ...countries
            .filter(({ code }) => code !== mainland)
            .map(({ code, name }) => ({ value: code, text: wordOf(locale, name) })),
        ]}
      />
      <Field
        id="block-reasonZh"
        label={t('abroad.reasonZh')}
        {...fieldOf(failure, 'reasonZh')}
        lang="zh-CN"
        maxLength={60}
        required
      />
      <Field
        id="block-reasonEn"
        label={t('abroad.reasonEn')}
        {...fieldOf(failure, 'reasonEn')}
        lang="en"
        maxLength={120}
        required
      />
      <FromAndWhy id="block" failure={failure} today={today} />
    </DecideForm>
  )
}

/** What the customs form says of a craft, from a day on. */
export function CraftCustomsForm({ failure, today, crafts, countries }: FormProps) {
  const { t, locale } = useTranslator()
  return (
    <DecideForm title={t('abroad.wordsNew')} act={t('abroad.wordsAct')} intent="words" kind="seal">
      <SelectField
        id="words-craftId"
        label={t('abroad.craft')}
        {...fieldOf(failure, 'craftId')}
        choices={crafts.map(({ id, name }) => ({ value: id, text: wordOf(locale, name) }))}
      />
      <Field
        id="words-hsCode"
        label={t('abroad.hsCode')}
        hint={t('abroad.hsCodeHint')}
        {...fieldOf(failure, 'hsCode')}
        inputMode="numeric"
        maxLength={14}
        figures
        required
      />
      <Field
        id="words-descriptionEn"
        label={t('abroad.descriptionEn')}
        {...fieldOf(failure, 'descriptionEn')}
        lang="en"
        maxLength={60}
        required
      />
      <Field
        id="words-descriptionZh"
        label={t('abroad.descriptionZh')}
        {...fieldOf(failure, 'descriptionZh')}
        lang="zh-CN"
        maxLength={30}
        required
      />
      <SelectField
        id="words-origin"
        label={t('abroad.origin')}
        {...fieldOf(failure, 'origin', mainland)}
        choices={countries.map(({ code, name }) => ({ value: code, text: wordOf(locale, name) }))}
      />
      <FromAndWhy id="words" failure={failure} today={today} />
    </DecideForm>
  )
}

type FromAndWhyProps = { id: string; failure: FormFailure | null; today: string; label?: string }

/** From which day on, the present one included, and why. */
export function FromAndWhy({ id, failure, today, label }: FromAndWhyProps) {
  const { t } = useTranslator()
  return (
    <>
      <Field
        id={`${id}-from`}
        type="date"
        label={label ?? t('abroad.from')}
        {...fieldOf(failure, 'from', today)}
        min={today}
        figures
        required
      />
      <Field
        id={`${id}-why`}
        label={t('abroad.why')}
        hint={t('abroad.whyHint')}
        {...fieldOf(failure, 'why')}
        maxLength={200}
        required
      />
    </>
  )
}

import { useTranslator } from '~/platform/i18n/use-translator'
import { SelectField } from '~/ui/field'
import { clashOf, type StepForm } from '../step-form'

/** Which craft it is. */
export function CraftField({
  form,
  crafts,
}: {
  form: StepForm
  crafts: readonly { code: string; name: string }[]
}) {
  const { t } = useTranslator()
  const clash = clashOf(form, 'craftCode')
  const kept = crafts.find(({ code }) => code === clash)
  return (
    <SelectField
      id="craftCode"
      name="craftCode"
      label={t('studio.fieldCraft')}
      defaultValue={form.values.craftCode}
      error={kept ? t('studio.staleStored', { text: kept.name }) : form.errors.craftCode}
      choices={[
        { value: '', text: t('studio.fieldCraftNone') },
        ...crafts.map(({ code, name }) => ({ value: code, text: name })),
      ]}
    />
  )
}

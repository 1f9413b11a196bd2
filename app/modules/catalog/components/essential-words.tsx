import { useTranslator } from '~/platform/i18n/use-translator'
import type { CraftTemplates } from '../craft-template'
import type { StepForm } from '../step-form'
import { CraftField } from './craft-field'
import { PhraseTaps } from './phrase-taps'
import { StepField } from './step-field'

/** What it is, how it is made, of what: the questions without which nobody can buy it. */
export function EssentialWords({
  form,
  crafts,
  templates,
  onTap,
}: {
  form: StepForm
  crafts: readonly { code: string; name: string }[]
  templates: CraftTemplates
  onTap?: (words: string) => void
}) {
  const { t } = useTranslator()
  const chinese = { form, lang: 'zh-CN' } as const
  return (
    <>
      <StepField
        {...chinese}
        name="titleZh"
        label={t('studio.fieldTitle')}
        hint={t('studio.fieldTitleHint')}
      />
      <CraftField form={form} crafts={crafts} />
      <StepField
        {...chinese}
        name="storyZh"
        label={t('studio.fieldStory')}
        hint={t('studio.fieldStoryHint')}
        rows={6}
      />
      <PhraseTaps templates={templates} chosen={form.values.craftCode ?? ''} {...(onTap ? { onTap } : {})} />
      <StepField
        {...chinese}
        name="materialsZh"
        label={t('studio.fieldMaterials')}
        hint={t('studio.fieldMaterialsHint')}
      />
      <StepField
        form={form}
        name="makingHours"
        label={t('studio.fieldHours')}
        hint={t('studio.fieldHoursHint')}
        suffix={t('studio.hoursUnit')}
        inputMode="decimal"
        figures
      />
    </>
  )
}

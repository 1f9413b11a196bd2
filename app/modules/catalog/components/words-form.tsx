import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { KeepTyped } from '~/ui/keep-typed'
import type { CraftTemplates } from '../craft-template'
import type { StepForm } from '../step-form'
import { AttributeFields } from './attribute-fields'
import { EssentialWords } from './essential-words'
import { FindingFields } from './finding-fields'
import followCraft from './follow-craft.js?url'
import { FormFaults } from './form-faults'
import { StepField } from './step-field'
import { WishFields } from './wish-fields'

type Craft = { code: string; name: string }
type WordsFormProps = {
  form: StepForm
  productId: string
  /** who types: what she has not saved is kept under her name */
  owner: string
  version: number
  crafts: readonly Craft[]
  templates: CraftTemplates
}

/** The second step: what it is, how it is made, of what. English stands folded away below. */
export function WordsForm({ form, productId, owner, version, crafts, templates }: WordsFormProps) {
  const { t } = useTranslator()
  const chinese = { form, lang: 'zh-CN' } as const
  return (
    <form method="post" className="studio-form" noValidate>
      <FormFaults form={form} />
      <KeepTyped
        owner={owner}
        name={`${productId}.words`}
        version={version}
        isAnswered={!form.isSaved}
        text={t('studio.typedKept')}
      />
      <input type="hidden" name="version" value={version} />
      <EssentialWords form={form} crafts={crafts} templates={templates} />
      <AttributeFields form={form} templates={templates} />
      <script type="module" src={followCraft} />
      <StepField
        {...chinese}
        name="sizeZh"
        label={t('studio.fieldSize')}
        hint={t('studio.fieldSizeHint')}
        optional
      />
      <SideFields form={form} />
      <StepField
        {...chinese}
        name="careZh"
        label={t('studio.fieldCare')}
        hint={t('studio.fieldCareHint')}
        optional
      />
      <FindingFields form={form} />
      <WishFields form={form} />
      <EnglishFields form={form} />
      <div className="studio-foot">
        <Button kind="seal" size={68} wide name="intent" value="next">
          {t('studio.next', { step: t('studio.stepPrice') })}
        </Button>
        <Button kind="text" name="intent" value="keep">
          {t('studio.keep')}
        </Button>
      </div>
    </form>
  )
}

const sides = [
  ['widthMm', 'studio.fieldWidth'],
  ['heightMm', 'studio.fieldHeight'],
  ['depthMm', 'studio.fieldDepth'],
] as const

/** How wide, high and deep one is: drawn to scale for the buyer. */
function SideFields({ form }: { form: StepForm }) {
  const { t } = useTranslator()
  return (
    <fieldset className="field">
      <legend className="field-label">{t('studio.sidesLegend')}</legend>
      <p className="field-hint mb-4">{t('studio.sidesHint')}</p>
      <div className="sides">
        {sides.map(([name, title]) => (
          <StepField
            key={name}
            form={form}
            name={name}
            label={t(title)}
            suffix={t('studio.mmUnit')}
            inputMode="numeric"
            figures
          />
        ))}
      </div>
    </fieldset>
  )
}

const englishFields = ['titleEn', 'storyEn', 'materialsEn', 'sizeEn', 'careEn']

/** Open when something stands in it or is wrong with it. */
function EnglishFields({ form }: { form: StepForm }) {
  const { t } = useTranslator()
  const isOpen = englishFields.some((name) => form.values[name] || form.errors[name])
  const english = { form, lang: 'en' } as const
  return (
    <details className="fold" open={isOpen}>
      <summary>{t('studio.englishTitle')}</summary>
      <p className="field-hint mb-4">{t('studio.englishHint')}</p>
      <StepField {...english} name="titleEn" label={t('studio.fieldTitleEn')} />
      <StepField {...english} name="storyEn" label={t('studio.fieldStoryEn')} rows={6} />
      <StepField {...english} name="materialsEn" label={t('studio.fieldMaterialsEn')} />
      <StepField {...english} name="sizeEn" label={t('studio.fieldSizeEn')} optional />
      <StepField {...english} name="careEn" label={t('studio.fieldCareEn')} optional />
    </details>
  )
}

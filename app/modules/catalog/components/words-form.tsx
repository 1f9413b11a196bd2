import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { KeepTyped } from '~/ui/keep-typed'
import { Tick, TickGroup } from '~/ui/tick'
import type { CraftTemplates } from '../craft-template'
import type { StepForm } from '../step-form'
import { AttributeFields } from './attribute-fields'
import { EssentialWords } from './essential-words'
import { FindingFields } from './finding-fields'
import { FoldedGroup } from './folded-group'
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

/** The second step: what it is, how it is made, of what. What few need stands folded away below, a line each. */
export function WordsForm({ form, productId, owner, version, crafts, templates }: WordsFormProps) {
  const { t } = useTranslator()
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
      <h2 className="pt-4 text-[1.25rem]">{t('studio.moreTitle')}</h2>
      <p className="field-hint mb-4">{t('studio.moreHint')}</p>
      <SizeFields form={form} />
      <FindingFields form={form} />
      <AbroadFields form={form} />
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

/** How large it is, in words and drawn to scale for the buyer, and how it is looked after. */
function SizeFields({ form }: { form: StepForm }) {
  const { t } = useTranslator()
  const chinese = { form, lang: 'zh-CN', optional: true } as const
  const { sizeZh = '', careZh = '' } = form.values
  return (
    <FoldedGroup
      form={form}
      title={t('studio.sizeAndCare')}
      names={['sizeZh', 'careZh', ...sides.map(([name]) => name)]}
      said={[
        sizeZh,
        ...sides.flatMap(([name, title]) =>
          form.values[name] ? [`${t(title)} ${form.values[name]} ${t('studio.mmUnit')}`] : [],
        ),
        careZh,
      ]}
    >
      <StepField {...chinese} name="sizeZh" label={t('studio.fieldSize')} hint={t('studio.fieldSizeHint')} />
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
      <StepField {...chinese} name="careZh" label={t('studio.fieldCare')} hint={t('studio.fieldCareHint')} />
    </FoldedGroup>
  )
}

/** Whether it may leave the country, and its weight, by which that is paid. */
function AbroadFields({ form }: { form: StepForm }) {
  const { t } = useTranslator()
  const isTicked = form.values.shipsAbroad === 'on'
  const weight = form.values.weightGrams
  return (
    <FoldedGroup
      form={form}
      title={t('studio.fieldShipsAbroad')}
      names={['shipsAbroad', 'weightGrams']}
      said={isTicked ? [t('studio.shipsAbroadYes'), weight ? `${weight} ${t('studio.gramUnit')}` : ''] : []}
    >
      <TickGroup
        id="shipsAbroad"
        legend={t('studio.fieldShipsAbroad')}
        mark={t('common.optional')}
        error={form.errors.shipsAbroad}
      >
        <Tick type="checkbox" name="shipsAbroad" defaultChecked={isTicked} note={t('studio.shipsAbroadNote')}>
          {t('studio.shipsAbroadYes')}
        </Tick>
      </TickGroup>
      <StepField
        form={form}
        name="weightGrams"
        label={t('studio.fieldWeight')}
        hint={t('studio.weightAbroadHint')}
        suffix={t('studio.gramUnit')}
        inputMode="numeric"
        figures
      />
    </FoldedGroup>
  )
}

const englishFields = ['titleEn', 'storyEn', 'materialsEn', 'sizeEn', 'careEn']

/** What foreigners read: whoever does not write English leaves it to the coordinator. */
function EnglishFields({ form }: { form: StepForm }) {
  const { t } = useTranslator()
  const english = { form, lang: 'en' } as const
  return (
    <FoldedGroup
      form={form}
      title={t('studio.englishTitle')}
      names={englishFields}
      said={[form.values.titleEn ?? '']}
    >
      <p className="field-hint mb-4">{t('studio.englishHint')}</p>
      <StepField {...english} name="titleEn" label={t('studio.fieldTitleEn')} />
      <StepField {...english} name="storyEn" label={t('studio.fieldStoryEn')} rows={6} />
      <StepField {...english} name="materialsEn" label={t('studio.fieldMaterialsEn')} />
      <StepField {...english} name="sizeEn" label={t('studio.fieldSizeEn')} optional />
      <StepField {...english} name="careEn" label={t('studio.fieldCareEn')} optional />
    </FoldedGroup>
  )
}

import {
  colours,
  colourTitle,
  materials,
  materialTitle,
  occasions,
  occasionTitle,
} from '~/modules/search/attributes'
import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Tick, TickGroup } from '~/ui/tick'
import { tickName } from '../finding'
import type { StepForm } from '../step-form'
import { FoldedGroup } from './folded-group'

type TicksProps<Code extends string> = {
  form: StepForm
  list: 'material' | 'colour' | 'occasion'
  legend: string
  codes: readonly Code[]
  titles: Readonly<Record<Code, MessageKey>>
}

/** What buyers look for it by: materials, colours, occasion. All of it may be left out. */
export function FindingFields({ form }: { form: StepForm }) {
  const { t } = useTranslator()
  const isTicked = (list: 'material' | 'colour' | 'occasion', code: string) =>
    form.values[tickName(list, code)] === 'on'
  const ticked = [
    ...materials.filter((code) => isTicked('material', code)).map((code) => t(materialTitle[code])),
    ...colours.filter((code) => isTicked('colour', code)).map((code) => t(colourTitle[code])),
    ...occasions.filter((code) => isTicked('occasion', code)).map((code) => t(occasionTitle[code])),
  ]
  return (
    <FoldedGroup form={form} title={t('studio.findingTitle')} names={[]} said={ticked}>
      <p className="field-hint mb-4">{t('studio.findingHint')}</p>
      <Ticks
        form={form}
        list="material"
        legend={t('studio.fieldMaterialCodes')}
        codes={materials}
        titles={materialTitle}
      />
      <Ticks
        form={form}
        list="colour"
        legend={t('studio.fieldColourCodes')}
        codes={colours}
        titles={colourTitle}
      />
      <Ticks
        form={form}
        list="occasion"
        legend={t('studio.fieldOccasionCodes')}
        codes={occasions}
        titles={occasionTitle}
      />
    </FoldedGroup>
  )
}

function Ticks<Code extends string>({ form, list, legend, codes, titles }: TicksProps<Code>) {
  const { t } = useTranslator()
  return (
    <TickGroup id={list} legend={legend} mark={t('common.optional')} inline>
      {codes.map((code) => {
        const name = tickName(list, code)
        return (
          <Tick key={code} type="checkbox" name={name} defaultChecked={form.values[name] === 'on'}>
            {t(titles[code])}
          </Tick>
        )
      })}
    </TickGroup>
  )
}

import { useTranslator } from '~/platform/i18n/use-translator'
import { Knot } from '~/ui/knot'
import { type MakingStep, MakingSteps } from '~/ui/making-steps'
import { RailSection } from '~/ui/rail-section'
import type { MakerStep } from '../maker-page-view'

/** How she makes it: hung with pictures of her work, or in words alone when there are too few. */
export function MakerSteps({ steps }: { steps: readonly MakerStep[] }) {
  const { t } = useTranslator()
  if (steps.length === 0) return null
  const illustrated = steps.flatMap((step): MakingStep[] =>
    step.photo ? [{ title: step.title, text: step.text, photo: step.photo }] : [],
  )
  return (
    <RailSection title={t('shop.stepsTitle')}>
      {illustrated.length === steps.length ? (
        <MakingSteps steps={illustrated} />
      ) : (
        <ol className="making">
          {steps.map((step) => (
            <li key={step.title} className="making-step" lang={step.lang ?? undefined}>
              <h3 className="making-title">
                <Knot className="making-knot" />
                {step.title}
              </h3>
              <p className="making-text">{step.text}</p>
            </li>
          ))}
        </ol>
      )}
    </RailSection>
  )
}

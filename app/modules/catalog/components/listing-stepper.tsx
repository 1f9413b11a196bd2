import { useTranslator } from '~/platform/i18n/use-translator'
import { StepsBig } from '~/ui/steps-big'
import { type ListingStep, listingSteps } from '../listing-limits'
import { stepPath, stepTitle } from '../step-paths'

type ListingStepperProps = {
  /** null while there is no piece yet */
  productId: string | null
  /** null on the last look before handing in */
  here: ListingStep | null
  /** steps that still lack something */
  lacking: readonly ListingStep[]
  /** the step that this very request completed */
  justDone?: ListingStep | null
}

/** The three steps of a listing on their cord. A step is tied when nothing in it is missing. */
export function ListingStepper({ productId, here, lacking, justDone = null }: ListingStepperProps) {
  const { t, href } = useTranslator()
  return (
    <StepsBig
      label={t('studio.stepsLabel')}
      doneText={t('studio.stepDone')}
      justTied={justDone && !lacking.includes(justDone) ? listingSteps.indexOf(justDone) : undefined}
      steps={listingSteps.map((step) => ({
        label: t(stepTitle[step]),
        state: step === here ? 'now' : lacking.includes(step) ? 'next' : 'done',
        href: productId ? href(stepPath(step, productId)) : undefined,
      }))}
    />
  )
}

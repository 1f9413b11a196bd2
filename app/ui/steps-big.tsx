import { type Step, Stepper } from './stepper'

type StepsBigProps = { label: string; steps: ReadonlyArray<Step>; doneText: string; justTied?: number }

/** The studio's stepper: the same knots on the same cord, in its larger hand. */
export function StepsBig(props: StepsBigProps) {
  return <Stepper {...props} big />
}

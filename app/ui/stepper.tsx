import { classNames } from './class-names'
import { Knot } from './knot'
import type { StepState } from './ui-types'

/** One step of a form in several pages; a finished one may lead back. */
export type Step = { label: string; state: StepState; href?: string }

type StepperProps = {
  /** "下单分三步" */
  label: string
  steps: ReadonlyArray<Step>
  /** Read after a finished step's name: "，好了". */
  doneText: string
  /** The step that this very request completed: its knot draws itself once. */
  justTied?: number
  /** The larger hand of the studio. */
  big?: boolean
}

/** A finished step is followed by cord only if the next one has begun; otherwise by stitches. */
export function endsCord(step: { state: StepState }, following: { state: StepState } | undefined): boolean {
  return step.state === 'done' && following?.state === 'next'
}

/** Done is a knot on the cord, now a knot in a cinnabar square, next an open bead on stitches. */
export function Stepper({ label, steps, doneText, justTied, big = false }: StepperProps) {
  return (
    <ol className={classNames('steps', big && 'steps-big')} aria-label={label}>
      {steps.map((step, at) => (
        <li
          key={step.label}
          className={classNames('step', `step-${step.state}`, endsCord(step, steps[at + 1]) && 'step-tail')}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          {step.state === 'next' ? (
            <i className="step-bead" aria-hidden="true" />
          ) : (
            <Knot className="step-knot" drawn={justTied === at} />
          )}
          {step.href && step.state === 'done' ? (
            <a className="step-name" href={step.href}>
              {step.label}
            </a>
          ) : (
            <span className="step-name">{step.label}</span>
          )}
          {step.state === 'done' ? <span className="unseen">{doneText}</span> : null}
        </li>
      ))}
    </ol>
  )
}

import { Knot } from './knot'
import { Photo, type PhotoData } from './photo'

/** One step of making. */
export type MakingStep = { title: string; text: string; photo: PhotoData }

/** How she makes it, in four steps, hung unevenly. */
export function MakingSteps({ steps }: { steps: ReadonlyArray<MakingStep> }) {
  return (
    <ol className="making">
      {steps.map((step) => (
        <li key={step.title} className="making-step">
          <span className="making-picture">
            <Photo photo={step.photo} sizes="(min-width: 45em) 22vw, 50vw" />
          </span>
          <h3 className="making-title">
            <Knot className="making-knot" />
            {step.title}
          </h3>
          <p className="making-text">{step.text}</p>
        </li>
      ))}
    </ol>
  )
}

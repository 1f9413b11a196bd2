import { classNames } from './class-names'

type TitleSlipProps = {
  /** One to three lines of at most ten characters; Chinese stands vertical and reads from right to left. */
  lines: ReadonlyArray<string>
  as?: 'h1' | 'p'
  className?: string
  /** A slip that only repeats what the page says elsewhere. */
  hidden?: boolean
}

/** The title slip of a stitched book. One per page, on the first page and at the door. English lies flat. */
export function TitleSlip({ lines, as: Element = 'h1', className, hidden = false }: TitleSlipProps) {
  return (
    <Element className={classNames('slip', className)} aria-hidden={hidden || undefined}>
      {lines.map((line) => (
        <span key={line} className="slip-line">
          {line}
        </span>
      ))}
    </Element>
  )
}

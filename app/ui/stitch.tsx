import { classNames } from './class-names'

/** A line of running stitch: not settled yet. Never on finished things. */
export function Stitch({ className }: { className?: string }) {
  return <span className={classNames('stitch', className)} aria-hidden="true" />
}

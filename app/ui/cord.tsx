import { classNames } from './class-names'

/** A length of twisted cord: what comes after what. `upright` runs from top to bottom. */
export function Cord({ upright = false, className }: { upright?: boolean; className?: string }) {
  return <span className={classNames(upright ? 'cord-upright' : 'cord', className)} aria-hidden="true" />
}

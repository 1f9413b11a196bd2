import type { ClaimView } from '../claim-view'
import type { Work } from '../find-work.server'

type WorkTickProps = {
  /** the id of the form that reads the ticks, elsewhere on the page */
  form: string
  /** begins with the id of the piece of work */
  value: string
  /** read out */
  label: string
  isTicked?: boolean
  describedBy?: string
}

/** What a colleague is on is neither given away nor decided along with others. */
export function isFree(claim: ClaimView | null | undefined): boolean {
  return !claim || claim.isMine
}

/** Whether any of these pieces can be given to somebody. */
export function canGive({ claims, colleagues }: Work, subjectIds: readonly string[]): boolean {
  return colleagues.length > 0 && subjectIds.some((id) => isFree(claims[id]))
}

/** A tick on one line of a queue. */
export function WorkTick({ form, value, label, isTicked, describedBy }: WorkTickProps) {
  return (
    <label className="queue-pick">
      <input
        type="checkbox"
        form={form}
        name="picks"
        value={value}
        defaultChecked={isTicked}
        aria-describedby={describedBy}
      />
      <span className="unseen">{label}</span>
    </label>
  )
}

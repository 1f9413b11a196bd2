/** hours in which a maker takes an act back */
export const undoHours = 48
/** most that a broker may take, percent of the goods */
export const mostCapPercent = 30
/** days a mandate lasts at most */
export const mostDays = 365

export const agentKinds = ['coordinator', 'broker', 'family'] as const

export type MandateState =
  | 'waits_for_maker'
  | 'waits_for_check'
  | 'waits_for_agent'
  | 'coming'
  | 'live'
  | 'over'
  | 'revoked'

type Life = {
  signedByPrincipalAt: Date | null
  /** what she said or signed waits for a coordinator */
  isBeingChecked: boolean
  signedByAgentAt: Date | null
  revokedAt: Date | null
  /** days */
  from: string
  to: string | null
}

/** Where a mandate stands in its life on a day; `to` is exclusive. */
export function stateOf(life: Life, today: string): MandateState {
  if (life.revokedAt) return 'revoked'
  if (life.to !== null && life.to <= today) return 'over'
  if (!life.signedByPrincipalAt) return life.isBeingChecked ? 'waits_for_check' : 'waits_for_maker'
  if (!life.signedByAgentAt) return 'waits_for_agent'
  return life.from > today ? 'coming' : 'live'
}

import type { RevisionState } from '~/generated/prisma/enums'
import type { MessageKey } from '~/platform/i18n/translate'
import type { BadgeTone } from '~/ui/badge'

/** The states of a listing that a coordinator looks through. */
export const queueStates = [
  'submitted',
  'changes_requested',
  'approved',
] as const satisfies readonly RevisionState[]
export type QueueState = (typeof queueStates)[number]

export const queueStateTitle = {
  submitted: 'desk.stateSubmitted',
  changes_requested: 'desk.stateChanges',
  approved: 'desk.stateApproved',
} as const satisfies Record<QueueState, MessageKey>

export const queueStateTone = {
  submitted: 'waiting',
  changes_requested: 'hers',
  approved: 'done',
} as const satisfies Record<QueueState, BadgeTone>

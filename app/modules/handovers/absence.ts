import type { AbsenceKind } from '~/generated/prisma/enums'

/** Why an owner cannot give her word, in the order in which the form offers it. */
export const absenceKinds = ['death', 'illness', 'unreachable'] as const satisfies readonly AbsenceKind[]

export const absenceWords = {
  death: 'absence.kind_death',
  illness: 'absence.kind_illness',
  unreachable: 'absence.kind_unreachable',
} as const satisfies Record<AbsenceKind, string>

const day = 86_400_000

/** Until when the city may approve it, so that the days to object end before the handover does; as the database holds it (absence_life). */
export function approveBy(proposedAt: Date, objectionDays: number): Date {
  return new Date(proposedAt.getTime() + (29 - objectionDays) * day)
}

/** Until when she may object to what is approved now. */
export function objectUntil(approvedAt: Date, objectionDays: number): Date {
  return new Date(approvedAt.getTime() + objectionDays * day)
}

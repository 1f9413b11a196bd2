/** for which a handover waits for both words, as the database holds it (handover_life); milliseconds */
const waits = 30 * 86_400_000

/** When a handover that was proposed then ends by itself. */
export function endOf(proposedAt: Date): Date {
  return new Date(proposedAt.getTime() + waits)
}

/** What was proposed then or before has waited too long. */
export function lateSince(now: Date): Date {
  return new Date(now.getTime() - waits)
}

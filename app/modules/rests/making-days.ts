/** The longest that a piece may be promised for; also the most that one may take to make. Lists reckon by the database (`making_days`). */
const mostDays = 180

/** What is known of a variant that is made to order. */
export type Making = {
  /** days in which one is made; null for what is not made to order */
  makeDays: number | null
  /** pieces of it that she makes in a week; null = she did not say */
  weeklyCapacity: number | null
  /** pieces of it that are paid for and not sent */
  queued: number
}

/**
 * Working days from payment to sending for `wanted` pieces more: those promised already come first, a week for each full week's worth of them. Null when that is longer than
 * anyone may promise: then she takes no more.
 */
export function makingDays({ makeDays, weeklyCapacity, queued }: Making, wanted = 1): number | null {
  if (makeDays === null) return null
  const before = queued + Math.max(wanted, 1) - 1
  const weeks = weeklyCapacity ? Math.floor(before / weeklyCapacity) : 0
  const days = makeDays + 7 * weeks
  return days > mostDays ? null : days
}

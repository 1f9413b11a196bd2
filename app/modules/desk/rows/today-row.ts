import type { WorkQueue } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import type { Permission } from '~/modules/auth/permissions'
import type { ClaimView } from '~/modules/claims/claim-view'
import type { Colleague } from '~/modules/claims/find-colleagues.server'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import type { BadgeTone } from '~/ui/badge'

/** One thing that waits at somebody's desk, in her language. */
export type TodayRow = {
  key: string
  matter: string
  tone: BadgeTone
  title: string
  href: string
  detail: string | null
  who: string | null
  where: string | null
  /** whole hours since it waits */
  waitedHours: number
  isLate: boolean
  /** who is on it */
  claim: ClaimView | null
  /** of work that has no page of its own: it is taken up here, or given to one of these */
  hands?: { queue: WorkQueue; colleagues: Colleague[] }
  /** what the link says: a verb */
  act: string
}

export type RowInput = { actor: Actor; locale: Locale; t: Translate; now: Date; page: number }

/** What a kind says of its rows; who is on them is asked for all kinds at once. */
export type FoundRow = Omit<TodayRow, 'claim' | 'hands'>

/**
 * A kind of work: who does it, and what of it waits for her, the oldest first. A new kind is a file here and a line in row-kinds. One without a place of its own at the desk says how many
 * there are: it goes on on the next page of this one. Its rows are the pieces of its queue by their keys, where one person at a time is on them; `isTakenHere` where that has no other page.
 */
export type RowKind = {
  needs: Permission
  queue: WorkQueue | null
  isTakenHere?: boolean
  find: (input: RowInput) => Promise<FoundRow[]>
  count?: (input: { actor: Actor }) => Promise<number>
  /** how many wait, as the frame around the page says it: where nothing does, nothing is looked for */
  waits?: (input: { actor: Actor }) => Promise<number>
}

/** Rows on the page of a kind that has its own place of the desk, where all of them stand. */
export const mostOfAKind = 20

const hour = 60 * 60 * 1000

/** Whole hours between an instant (or a day) and now. */
export function hoursSince(now: Date, since: Date | string): number {
  const at = typeof since === 'string' ? Date.parse(since) : since.getTime()
  return Math.max(0, Math.floor((now.getTime() - at) / hour))
}

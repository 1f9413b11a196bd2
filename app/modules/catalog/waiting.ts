import type { Translate } from '~/platform/i18n/translate'
import { fieldTitle } from './listing-texts'
import type { ListingField } from './schema'

/** Longer than this, a listing is urgent: she works by daylight and sells by the week. */
export const urgentAfterHours = 72

/** How long something has waited, in hours below two days and in days from then on. */
export function waitedText(t: Translate, hours: number): string {
  if (hours < 1) return t('desk.waitedNow')
  return hours < 48
    ? t('desk.waitedHours', { count: hours })
    : t('desk.waitedDays', { count: Math.floor(hours / 24) })
}

const mostNamed = 4

type Change = { isNew: boolean; isTypedForHer: boolean; changed: ListingField[] | null }

/** What a listing in the queue is: new, or what differs from before, and whether somebody else typed it. */
export function changeText(t: Translate, listing: Change): string {
  const text = whatChanged(t, listing)
  return listing.isTypedForHer ? t('desk.typedNote', { text }) : text
}

function whatChanged(t: Translate, { isNew, changed }: Change): string {
  if (changed === null) return t(isNew ? 'desk.newPiece' : 'desk.changedLive')
  if (changed.length === 0) return t('desk.changedNothing')
  const named = changed.slice(0, mostNamed).map((field) => t(fieldTitle[field]))
  const fields = named.join(t('desk.listJoin')) + (changed.length > mostNamed ? '…' : '')
  return t('desk.changedFields', { count: changed.length, fields })
}

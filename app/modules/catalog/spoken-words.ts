import { z } from 'zod'
import { textField } from '~/platform/fields'
import { listingLimits as limits } from './listing-limits'
import type { ListingDraft } from './schema'

/** The words that may be spoken instead of written. */
const spokenFields = ['titleZh', 'storyZh', 'materialsZh'] as const
type SpokenField = (typeof spokenFields)[number]
export type SpokenWords = Record<SpokenField, string>

/** What a coordinator types up, and what the maker makes of it: whole, since it goes to the reviewer next. */
const typedWords = {
  titleZh: textField(limits.titleZh),
  storyZh: textField(limits.storyZh),
  materialsZh: textField(limits.materialsZh),
}

/** At the desk: which recording she heard. */
export const TypedForm = z.object({ voiceId: z.uuid(), ...typedWords })

/** In the studio: which state of the draft she looked at. */
export const ConfirmForm = z.object({ version: z.coerce.number().int().min(1).max(1_000_000), ...typedWords })

/** Which of them are left to the voice. */
export function unwritten(content: Pick<ListingDraft, SpokenField>): SpokenField[] {
  return spokenFields.filter((field) => content[field] === '')
}

/** Where a listing stands that was handed in spoken: nobody has typed it up yet, or she has not read it yet. */
export type DictationState = 'waiting' | 'typed'

export function dictationState(
  row: { typedAt: Date | null; confirmedAt: Date | null } | null,
): DictationState | null {
  if (!row || row.confirmedAt) return null
  return row.typedAt ? 'typed' : 'waiting'
}

import { message } from '~/platform/fields'
import { type ListingStep, listingSteps } from './listing-limits'
import { ListingContent, type ListingDraft, type ListingField, ListingRules } from './schema'
import { unwritten } from './spoken-words'

/** What a listing still lacks before it may be submitted: the field, the step it is asked in, and the schema's message. */
export type ListingFault = { field: ListingField; step: ListingStep; message: string }

/** What each step may find missing, as it stands on its page. */
const asked: Readonly<Record<ListingStep, readonly ListingField[]>> = {
  photos: ['photos'],
  words: [
    'titleZh',
    'craftCode',
    'storyZh',
    'materialsZh',
    'makingHours',
    'attributes',
    'shipsAbroad',
    'weightGrams',
    'titleEn',
    'storyEn',
    'materialsEn',
  ],
  price: ['makeMode', 'options', 'priceFen', 'lowWageReason', 'stock', 'makeDays', 'weeklyCapacity'],
}

/** The step in which a field is asked for. */
export function stepOf(field: ListingField): ListingStep {
  return listingSteps.find((step) => asked[step].includes(field)) ?? 'words'
}

/**
 * The first fault of each field, in the order of the steps and of their pages; none when the listing may be submitted. `shown`: how many photos the shop shows of the piece now; as many are
 * enough for a change of it, so that a word can be put right without a camera. `isLowWage`: its price leaves less an hour than the lowest wage of her county: then she says why.
 * `hasVoice`: she has spoken about it: what she did not write is no fault, it is typed up from there. `lacking`: names of what her
 * craft asks and she has not said.
 */
export function findFaults(
  draft: ListingDraft,
  {
    shown = 0,
    isLowWage = false,
    hasVoice = false,
    lacking = [],
  }: { shown?: number; isLowWage?: boolean; hasVoice?: boolean; lacking?: readonly string[] } = {},
): ListingFault[] {
  const faults = new Map<ListingField, ListingFault>()
  for (const { path, message } of issuesOf(draft)) {
    const field = fields.find((one) => one === path[0])
    if (field && !faults.has(field)) faults.set(field, { field, step: stepOf(field), message })
  }
  if (hasVoice) for (const field of unwritten(draft)) faults.delete(field)
  if (shown > 0 && draft.photos.length >= shown) faults.delete('photos')
  if (lacking.length > 0)
    faults.set('attributes', {
      field: 'attributes',
      step: 'words',
      message: message('template.lacks', { names: lacking }),
    })
  if (isLowWage && draft.lowWageReason === '')
    faults.set('lowWageReason', {
      field: 'lowWageReason',
      step: 'price',
      message: message('studio.lowWageAsk'),
    })
  return [...faults.values()].sort((one, other) => placeOf(one.field) - placeOf(other.field))
}

const order = listingSteps.flatMap((step) => asked[step])

/** Where a field comes on the pages of the steps; one that stands on none of them, last. */
function placeOf(field: ListingField): number {
  const place = order.indexOf(field)
  return place < 0 ? order.length : place
}

const fields = ListingContent.keyof().options

function issuesOf(draft: ListingDraft) {
  return [ListingContent, ListingRules].flatMap((schema) => schema.safeParse(draft).error?.issues ?? [])
}

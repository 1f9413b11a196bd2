import { z } from 'zod'
import { ListingDraft } from '~/modules/catalog/schema'

/** Groups of a listing's fields, as a maker speaks of them. */
export type ChangedField = 'photos' | 'words' | 'price' | 'making' | 'other'

const groups: Partial<Record<keyof ListingDraft, ChangedField>> = {
  photos: 'photos',
  priceFen: 'price',
  options: 'price',
  stock: 'making',
  makeDays: 'making',
  makeMode: 'making',
  makingHours: 'making',
  titleZh: 'words',
  storyZh: 'words',
  materialsZh: 'words',
  sizeZh: 'words',
  careZh: 'words',
  attributes: 'words',
  titleEn: 'words',
  storyEn: 'words',
  materialsEn: 'words',
  sizeEn: 'words',
  careEn: 'words',
}
const Pair = z.object({ before: ListingDraft, after: ListingDraft })

type Changed = {
  fields: ChangedField[]
  prices: { beforeFen: number | null; afterFen: number | null } | null
}

/** What of a listing an act changed, in the words of the maker, and the price before and after when that changed. Nothing for other acts. */
export function changedFields(before: unknown, after: unknown): Changed {
  const isListing = typeof before === 'object' && before !== null && 'priceFen' in before
  const pair = isListing ? Pair.safeParse({ before, after }) : null
  if (!pair?.success) return { fields: [], prices: null }
  const { data } = pair
  const keys = ListingDraft.keyof().options.filter(
    (key) => JSON.stringify(data.before[key]) !== JSON.stringify(data.after[key]),
  )
  const fields = [...new Set(keys.map((key) => groups[key] ?? 'other'))]
  const isPriced = data.before.priceFen !== data.after.priceFen
  return {
    fields,
    prices: isPriced ? { beforeFen: data.before.priceFen, afterFen: data.after.priceFen } : null,
  }
}

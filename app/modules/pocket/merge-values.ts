import { fieldsIn, type PocketField, type PocketValues } from './pocket-fields'

/** What comes of two writings of one draft. */
export type Merged = {
  values: PocketValues
  /** fields that both changed, each in another way: what stands with the shop stays until she chooses */
  clashes: PocketField[]
}

/**
 * Two writings of one draft become one, field by field: `base` is what her device saw last, `typed` what she made of it, `stored` what the shop has now. A field that one side
 * changed takes that side; one that both changed alike is settled; one that both changed differently stays as stored and is named. Nothing typed is thrown away: the
 * device keeps its own until she has chosen.
 */
export function mergeValues({
  base,
  typed,
  stored,
}: Record<'base' | 'typed' | 'stored', PocketValues>): Merged {
  const values: Partial<Record<PocketField, string>> = {}
  const clashes: PocketField[] = []
  for (const field of fieldsIn(base, typed, stored)) {
    const was = base[field] ?? ''
    const mine = typed[field] ?? ''
    const theirs = stored[field] ?? ''
    const isClash = mine !== was && theirs !== was && mine !== theirs
    if (isClash) clashes.push(field)
    values[field] = mine === was || isClash ? theirs : mine
  }
  return { values, clashes }
}

/** The questions of a listing that the pocket asks: those without which a piece cannot be handed in, and few more. The names are the fields' names in the studio's own steps. */
export const pocketWords = ['titleZh', 'craftCode', 'storyZh', 'materialsZh', 'makingHours'] as const
export const pocketPrice = [
  'makeMode',
  'price',
  'stock',
  'makeDays',
  'weeklyCapacity',
  'weightGrams',
] as const
const pocketFields = [...pocketWords, ...pocketPrice] as const

/** What a craft asks: `attribute.<code>`, or `attribute.<code>.<option>` for each answer that may be ticked. */
export type PocketAttribute = `attribute.${string}`
export type PocketField = (typeof pocketFields)[number] | PocketAttribute

/** What stands in the fields, as it is typed; '' where nothing does. */
export type PocketValues = Readonly<Partial<Record<PocketField, string>>>

export function isAttribute(name: string): name is PocketAttribute {
  return /^attribute\.[\w-]{1,60}(?:\.[\w-]{1,60})?$/.test(name)
}

export function isPocketField(name: string): name is PocketField {
  return pocketFields.some((field) => field === name) || isAttribute(name)
}

/** Every field that stands in one of several writings: those that every piece has, then what a craft asks. */
export function fieldsIn(...writings: readonly PocketValues[]): PocketField[] {
  const asked = writings.flatMap((values) => Object.keys(values).filter(isAttribute))
  return [...new Set<PocketField>([...pocketFields, ...asked])]
}

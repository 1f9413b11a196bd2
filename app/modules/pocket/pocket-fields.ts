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
export const pocketFields = [...pocketWords, ...pocketPrice] as const
export type PocketField = (typeof pocketFields)[number]

/** What stands in the fields, as it is typed; '' where nothing does. */
export type PocketValues = Readonly<Partial<Record<PocketField, string>>>

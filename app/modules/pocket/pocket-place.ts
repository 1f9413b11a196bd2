import { isAttribute, type PocketField, pocketWords } from './pocket-fields'

/** The steps of a draft in the pocket, in their order. */
export const pocketSteps = ['photos', 'words', 'price', 'send'] as const
export type PocketStep = (typeof pocketSteps)[number]

/** Where a step of a draft stands: behind the #, so that the page itself is one and the same for everybody. */
export function pocketPlace(id: string, step: PocketStep): string {
  return `#/${id}/${step}`
}

/** The draft and step that an address means; null for the list. */
export function readPlace(hash: string): { id: string; step: PocketStep } | null {
  const [, id = '', word = ''] = /^#\/([\da-f-]{36})\/([a-z]+)$/.exec(hash) ?? []
  const step = pocketSteps.find((one) => one === word)
  return step ? { id, step } : null
}

/** The step in which a field is written. */
export function stepOf(field: PocketField): PocketStep {
  const words: readonly PocketField[] = pocketWords
  return words.includes(field) || isAttribute(field) ? 'words' : 'price'
}

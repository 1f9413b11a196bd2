import type { MessageKey } from '~/platform/i18n/translate'

/** The provider's names of what it asks for, from the special to the general: the first that fits is told. */
const kinds = [
  [/external_account/, 'card.need_external_account'],
  [/tos_acceptance/, 'card.need_tos_acceptance'],
  [/document|verification/, 'card.need_document'],
  [/^(individual|person)/, 'card.need_individual'],
  [/^(representative|owners|directors|executives|relationship)/, 'card.need_representative'],
  [/^(business|company|settings)/, 'card.need_business'],
] as const satisfies readonly (readonly [RegExp, MessageKey])[]

/** What the provider asks for in words, each once; what is not known here keeps its name. */
export function needsOf(requirements: readonly string[]): { key: MessageKey; name: string }[] {
  const needs = requirements.map((name) => ({
    key: kinds.find(([form]) => form.test(name))?.[1] ?? ('card.need_other' as const),
    name,
  }))
  return needs.filter(
    ({ key, name }, at) =>
      needs.findIndex((one) => one.key === key && (key !== 'card.need_other' || one.name === name)) === at,
  )
}

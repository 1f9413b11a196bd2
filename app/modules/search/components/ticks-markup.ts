import { escaped } from '~/ui/escaped'
import { countText } from '../count-text'
import type { FacetChoice } from '../find-facets.server'

/**
 * The choices of a question as `Tick` draws each, with every word escaped: a list has a hundred of them beside it, whose counts are others in every list. One that would show nothing is
 * disabled, not hidden.
 */
export function ticksMarkup(
  name: string,
  choices: readonly FacetChoice[],
  wordsOf: (choice: FacetChoice) => string,
): string {
  return choices
    .map((choice) => {
      const { value, count, isChosen } = choice
      const state = isChosen ? ' checked=""' : count === 0 ? ' disabled=""' : ''
      return `<label class="tick"><input type="checkbox" class="tick-box" name="${escaped(name)}"${state} value="${escaped(value)}"/><span class="tick-words">${escaped(wordsOf(choice))}</span><span class="tick-count num">${countText(count)}</span></label>`
    })
    .join('')
}

import type { MessageKey } from '~/platform/i18n/translate'
import type { SolarTerm } from './solar-term'

/** The texts of a term: its name and the two lines of the title slip. */
export type TermTexts = { name: MessageKey; first: MessageKey; second: MessageKey }

const texts: readonly TermTexts[] = [
  { name: 'shop.term1', first: 'shop.term1First', second: 'shop.term1Second' },
  { name: 'shop.term2', first: 'shop.term2First', second: 'shop.term2Second' },
  { name: 'shop.term3', first: 'shop.term3First', second: 'shop.term3Second' },
  { name: 'shop.term4', first: 'shop.term4First', second: 'shop.term4Second' },
  { name: 'shop.term5', first: 'shop.term5First', second: 'shop.term5Second' },
  { name: 'shop.term6', first: 'shop.term6First', second: 'shop.term6Second' },
  { name: 'shop.term7', first: 'shop.term7First', second: 'shop.term7Second' },
  { name: 'shop.term8', first: 'shop.term8First', second: 'shop.term8Second' },
  { name: 'shop.term9', first: 'shop.term9First', second: 'shop.term9Second' },
  { name: 'shop.term10', first: 'shop.term10First', second: 'shop.term10Second' },
  { name: 'shop.term11', first: 'shop.term11First', second: 'shop.term11Second' },
  { name: 'shop.term12', first: 'shop.term12First', second: 'shop.term12Second' },
  { name: 'shop.term13', first: 'shop.term13First', second: 'shop.term13Second' },
  { name: 'shop.term14', first: 'shop.term14First', second: 'shop.term14Second' },
  { name: 'shop.term15', first: 'shop.term15First', second: 'shop.term15Second' },
  { name: 'shop.term16', first: 'shop.term16First', second: 'shop.term16Second' },
  { name: 'shop.term17', first: 'shop.term17First', second: 'shop.term17Second' },
  { name: 'shop.term18', first: 'shop.term18First', second: 'shop.term18Second' },
  { name: 'shop.term19', first: 'shop.term19First', second: 'shop.term19Second' },
  { name: 'shop.term20', first: 'shop.term20First', second: 'shop.term20Second' },
  { name: 'shop.term21', first: 'shop.term21First', second: 'shop.term21Second' },
  { name: 'shop.term22', first: 'shop.term22First', second: 'shop.term22Second' },
  { name: 'shop.term23', first: 'shop.term23First', second: 'shop.term23Second' },
  { name: 'shop.term24', first: 'shop.term24First', second: 'shop.term24Second' },
]

/** Which texts belong to a term. */
export function termTexts(term: SolarTerm): TermTexts {
  const found = texts[term.number - 1]
  if (!found) throw new RangeError(`there are 24 solar terms, not ${term.number}`)
  return found
}

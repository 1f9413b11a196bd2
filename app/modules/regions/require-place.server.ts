import { Refusal } from '~/platform/errors'
import { matchCounty, type Place } from './match-county.server'

/** The one county that the words mean, or a refusal beside the field that says what is missing. */
export function requirePlace(provinceCode: string, words: string): Place {
  const found = matchCounty(provinceCode, words)
  const [place] = found
  if (!place) throw new Refusal('order.countyNone', 422, {}, 'county')
  if (found.length > 1) {
    const places = found.slice(0, 4).map(({ said }) => said)
    throw new Refusal('order.countySeveral', 422, { places }, 'county')
  }
  return place
}

import { parseYuan } from '~/platform/money'
import { queryNames } from './product-query'

/** What was typed for the lowest and the highest price and is no price; '' where nothing was, or where it is one. */
export type RefusedPrices = { min: string; max: string }

/** as much of it as the fields show */
const longestShown = 20

/** Reads the address of a list: its query leaves such prices out, and its fields say so. */
export function refusedPrices(search: string): RefusedPrices {
  const asked = new URLSearchParams(search)
  const read = (name: string) => {
    const typed = (asked.get(name) ?? '').trim()
    return parseYuan(typed) === null ? [...typed].slice(0, longestShown).join('') : ''
  }
  return { min: read(queryNames.min), max: read(queryNames.max) }
}

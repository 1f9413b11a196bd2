import { defer } from '@remix-run/node'

/** What JSON would give back unchanged. */
type Plain = string | number | boolean | null | undefined | readonly Plain[] | PlainObject

export type PlainObject = { readonly [name: string]: Plain }

/**
 * Hands a loader's data to its page as they are. What a loader returns plainly is written as JSON and read again before the page is drawn, a tenth of what a rendered list
 * takes; this way of the frame's, meant for answers that come late, passes on what is there. Nothing in it may wait.
 */
export function asIs<Data extends { readonly [Name in keyof Data]: Plain }>(
  data: Data,
  init: number | ResponseInit = 200,
) {
  return defer(data, init)
}

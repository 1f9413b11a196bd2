import { destinationCookie } from '~/modules/abroad/destination-choice.server'
import { currencyCookie } from '~/modules/rates/currency-cookie.server'
import { readChoice } from '~/platform/http/choice-cookie.server'
import type { ShopPage } from '~/platform/http/page-cache.server'
import { viewCookie } from '~/platform/http/view-cookie.server'
import { hasComeLate, isKnownVisitor } from '~/platform/http/visitor-cookies'

/** Pages that read the same for every stranger. Lists differ by their query; the others are kept without one only. */
const lists = /^(?:\/en)?\/(?:search|makers|crafts\/[a-z0-9-]{1,80})$/
const others =
  /^(?:\/|\/en|(?:\/en)?\/(?:about|help|impact|products\/[a-z0-9-]{1,80}|makers\/[a-z0-9-]{1,80}|bases\/[a-z0-9-]{1,80}))$/

/** Longer queries are answered like any other request, and kept nowhere. */
const longestQuery = 300

/** What a page is rendered by besides its address, and on which pages. Whatever a page begins to read of a choice stands here, or it is not heard. */
const choices = [
  { cookie: viewCookie, on: /^/ },
  { cookie: currencyCookie, on: /^\/en(?:\/|$)/ },
  { cookie: destinationCookie, on: /^\/(?:en(?:\/|$)|products\/)/ },
] as const

/** Whether an address (path and query, as requested) is a page that may be rendered once and shown to many. */
export function isSharedPage(address: string): boolean {
  const [path = '', query = ''] = address.split('?', 2)
  return query === ''
    ? lists.test(path) || others.test(path)
    : lists.test(path) && query.length <= longestQuery
}

/**
 * The page at a shared address, by what this browser chose: one that many are shown, but for somebody known in whose browser the script that brings what is hers
 * has not been seen: she is rendered for, and misses nothing without JavaScript. Null for other addresses.
 */
export function shopPage(address: string, cookies: string | undefined): ShopPage | null {
  if (!isSharedPage(address)) return null
  if (cookies === undefined) return { address, cookies: '', isShared: true }
  if (isKnownVisitor(cookies) && !hasComeLate(cookies)) return { address, cookies, isShared: false }
  let chosen = ''
  for (const { cookie, on } of choices) {
    const value = readChoice(cookie, cookies)
    if (value !== null && on.test(address)) chosen += `${chosen && '; '}${cookie.name}=${value}`
  }
  return { address, cookies: chosen, isShared: true }
}

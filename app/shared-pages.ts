import { destinationCookie } from '~/modules/abroad/destination-choice.server'
import { currencyCookie } from '~/modules/rates/currency-cookie.server'
import { readChoice } from '~/platform/http/choice-cookie.server'
import type { ShopPage } from '~/platform/http/page-cache.server'
import { viewCookie } from '~/platform/http/view-cookie.server'
import { hasComeLate, isKnownVisitor } from '~/platform/http/visitor-cookies'

/** Pages that read the same for every stranger. Lists differ by their query, shops by what was turned to; the others are kept without a query only. */
const lists = /^(?:\/en)?\/(?:search|makers|crafts\/[a-z0-9-]{1,80})$/
const shops = /^(?:\/en)?\/(?:makers|bases)\/[a-z0-9-]{1,80}$/
const others = /^(?:\/|\/en|(?:\/en)?\/(?:about|help|impact|products\/[a-z0-9-]{1,80}))$/
const turned = /^(?:(?:pieces-)?(?:after|before|page)=[^&]*(?:&|$))+$/

/** Longer queries are answered like any other request, and kept nowhere. */
const longestQuery = 300

/** What a page is rendered by besides its address, and on which pages. Whatever a page begins to read of a choice stands here, or it is not heard. */
const choices = [
  { cookie: viewCookie, on: /^/ },
  { cookie: currencyCookie, on: /^\/en(?:\/|$)/ },
  { cookie: destinationCookie, on: /^\/(?:en(?:\/|$)|products\/)/ },
] as const

/**
 * What WeChat, advertisers and search engines put behind a link to see where it was followed from. No shared page reads any of it.
 */
const tracking =
  /^(?:utm_\w+|from|isappinstalled|scene|subscene|ascene|clicktime|enterid|nsukey|fbclid|gclid|gbraid|wbraid|msclkid|srsltid|bd_vid|spm)(?:=|$)/

/** Whether the name before `=` tells of the way to a page, and nothing of what is asked of it. */
export function isTracking(pair: string): boolean {
  return tracking.test(pair)
}

/** An address without what tells of the way to it. */
function withoutTracking(address: string): string {
  const at = address.indexOf('?')
  if (at === -1) return address
  const asked = address
    .slice(at + 1)
    .split('&')
    .filter((pair) => !isTracking(pair))
    .join('&')
  return address.slice(0, at) + (asked && `?${asked}`)
}

function isShared(address: string): boolean {
  const at = address.indexOf('?')
  const path = at === -1 ? address : address.slice(0, at)
  if (at === -1) return lists.test(path) || shops.test(path) || others.test(path)
  if (address.length - at > longestQuery) return false
  return lists.test(path) || (shops.test(path) && turned.test(address.slice(at + 1)))
}

/** Whether an address (path and query, as requested) is a page that may be rendered once and shown to many. */
export function isSharedPage(address: string): boolean {
  return isShared(withoutTracking(address))
}

/**
 * The page at a shared address, the same however a link to it was passed on, by what this browser chose: one that many are shown, but for somebody known in whose browser the script that brings what is hers
 * has not been seen: she is rendered for, and misses nothing without JavaScript. Null for other addresses.
 */
export function shopPage(asked: string, cookies: string | undefined): ShopPage | null {
  const address = withoutTracking(asked)
  if (!isShared(address)) return null
  if (cookies === undefined) return { address, cookies: '', isShared: true }
  if (isKnownVisitor(cookies) && !hasComeLate(cookies)) return { address, cookies, isShared: false }
  let chosen = ''
  for (const { cookie, on } of choices) {
    const value = readChoice(cookie, cookies)
    if (value !== null && on.test(address)) chosen += `${chosen && '; '}${cookie.name}=${value}`
  }
  return { address, cookies: chosen, isShared: true }
}

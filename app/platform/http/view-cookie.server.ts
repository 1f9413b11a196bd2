import { type ChoiceCookie, keepChoice, readChoice } from './choice-cookie.server'

/** How large somebody wants to read. Nothing else is kept of it; without the cookie, as the pages are: `plain` stands only where they would be large. */
export const viewCookie: ChoiceCookie = { name: 'view', form: /^(?:large|plain)$/, days: 365 }

/** What this browser asked for; null when nobody has said anything. */
export function readView(request: Request): 'large' | 'plain' | null {
  const view = readChoice(viewCookie, request.headers.get('Cookie'))
  return view === 'large' || view === 'plain' ? view : null
}

/** The Set-Cookie of a choice. Ordinary size is no cookie at all, but on pages that are large by themselves. */
export function serializeView(isLarge: boolean, isLargeByItself = false): string {
  return keepChoice(viewCookie, isLarge ? 'large' : isLargeByItself ? 'plain' : null)
}

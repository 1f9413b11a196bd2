import { type ChoiceCookie, keepChoice, readChoice } from './choice-cookie.server'

/** How large somebody wants to read. Nothing else is kept of it; without the cookie, as the pages are. */
export const viewCookie: ChoiceCookie = { name: 'view', form: /^large$/, days: 365 }

/** Whether this browser asked for large text and targets. */
export function isLargeView(request: Request): boolean {
  return readChoice(viewCookie, request.headers.get('Cookie')) === 'large'
}

/** The Set-Cookie of a choice. Ordinary size is no cookie at all. */
export function serializeView(isLarge: boolean): string {
  return keepChoice(viewCookie, isLarge ? 'large' : null)
}

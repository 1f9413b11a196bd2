import { type ChoiceCookie, readChoice } from '~/platform/http/choice-cookie.server'

/** Where she wants parcels to go, while that is not the mainland. */
export const destinationCookie: ChoiceCookie = { name: 'to', form: /^(?!CN$)[A-Z]{2}$/, days: 180 }

/** The country that this browser chose, ISO 3166; CN when it chose none. Whether parcels go there is asked with its terms. */
export function readDestination(request: Request): string {
  return readChoice(destinationCookie, request.headers.get('Cookie')) ?? 'CN'
}

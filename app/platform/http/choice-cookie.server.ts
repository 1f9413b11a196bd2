import { isHttps } from './public-origin.server'

/** What a browser chose among few: in the open, so that whoever keeps pages can tell one choice from another. `form` describes every value there may be. */
export type ChoiceCookie = { name: string; form: RegExp; days: number }

/** The choice in a Cookie header; null for none, and for what cannot be one. */
export function readChoice({ name, form }: ChoiceCookie, cookies: string | null | undefined): string | null {
  if (!cookies?.includes(name)) return null
  for (const pair of cookies.split(';')) {
    const [own, value = ''] = pair.trim().split('=', 2)
    if (own === name) return form.test(value) ? value : null
  }
  return null
}

/** The Set-Cookie of a choice; null is the usual one, which is no cookie. */
export function keepChoice({ name, days }: ChoiceCookie, value: string | null): string {
  const age = value === null ? 0 : days * 24 * 60 * 60
  return `${name}=${value ?? ''}; Max-Age=${age}; Path=/; HttpOnly; SameSite=Lax${isHttps() ? '; Secure' : ''}`
}

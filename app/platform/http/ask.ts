/** What came of asking the shop from the browser: an answer, a refusal in words, nobody there for now, or nobody signed in. */
export type Answer<What> =
  | { is: 'answered'; what: What }
  | { is: 'refused'; said: string; status: number }
  | { is: 'away' }
  | { is: 'signed-out' }

/** later is another matter than no */
const later = new Set([408, 425, 429])

/**
 * Asks an address of this site that answers in JSON. `What` is what that address is known to answer. Whatever may pass by itself (no network, a busy or failing server) is `away`: to be
 * tried again; a redirect is the way to the sign-in.
 */
export async function ask<What>(address: string, options: RequestInit = {}): Promise<Answer<What>> {
  try {
    const response = await fetch(address, { redirect: 'manual', cache: 'no-store', ...options })
    if (response.type === 'opaqueredirect') return { is: 'signed-out' }
    if (response.status >= 500 || later.has(response.status)) return { is: 'away' }
    const body: unknown = await response.json()
    if (response.ok) return { is: 'answered', what: body as What }
    return { is: 'refused', said: saidIn(body) ?? String(response.status), status: response.status }
  } catch {
    return { is: 'away' }
  }
}

/** The sentence of a refusal: a page's, or that above a form. */
function saidIn(body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null
  if ('message' in body && typeof body.message === 'string') return body.message
  if ('formError' in body && typeof body.formError === 'string') return body.formError
  if (!('errors' in body) || typeof body.errors !== 'object' || body.errors === null) return null
  return Object.values(body.errors).find((said): said is string => typeof said === 'string') ?? null
}

import type { Actor } from '~/modules/auth/actor'
import { secretCookies } from '~/platform/http/secret-cookies.server'

/** Kept for sixty days from the last change; joinVisitors makes one of several. */
const cookies = secretCookies('kept', { days: 60 })

/** Who looks round, by what proves it: the account she is signed in with, the secrets her browser brings. Either may be missing. */
export type VisitorProof = { userId: string | null; tokens: readonly string[] }

/** The header that keeps a visitor's secret in the browser. */
export function keepVisitorToken(token: string): Promise<string> {
  return cookies.keep(token)
}

export async function readVisitor(
  request: Request,
  actor: Pick<Actor, 'userId'> | null,
): Promise<VisitorProof> {
  return { userId: actor?.userId ?? null, tokens: await cookies.read(request) }
}

import { paths } from '~/paths'
import { pieceLimits } from './piece-limits'
import type { PocketValues } from './pocket-fields'
import type { PocketContents, ReceivedDraft } from './pocket-view'
import type { Progress } from './receive-piece.server'
import type { KeptPhoto } from './store'

/** What came of asking the shop: an answer, a refusal in words, nobody there for now, or nobody signed in. */
export type Answer<What> =
  | { is: 'answered'; what: What }
  | { is: 'refused'; said: string; status: number }
  | { is: 'away' }
  | { is: 'signed-out' }

/** Writes a path of this site in the page's language. */
export type Href = (path: string) => string

/** later is another matter than no */
const later = new Set([408, 425, 429])

async function ask<What>(address: string, options: RequestInit = {}): Promise<Answer<What>> {
  try {
    const response = await fetch(address, { redirect: 'manual', cache: 'no-store', ...options })
    if (response.type === 'opaqueredirect') return { is: 'signed-out' }
    if (response.status >= 500 || later.has(response.status)) return { is: 'away' }
    const body = await response.json()
    if (response.ok) return { is: 'answered', what: body }
    return {
      is: 'refused',
      said: String(body?.message ?? body?.formError ?? response.status),
      status: response.status,
    }
  } catch {
    return { is: 'away' }
  }
}

/** Who is signed in, for whom she lists, and what lies open with the shop. */
export function askPocket(href: Href): Promise<Answer<PocketContents>> {
  return ask(href(paths.studioPocketMine()))
}

/** Brings a draft; asked twice, it is one draft. */
export function bringDraft(
  href: Href,
  draft: { id: string; sellerId: string | null; base: PocketValues; typed: PocketValues },
): Promise<Answer<ReceivedDraft>> {
  const body = new URLSearchParams({
    draftId: draft.id,
    sellerId: draft.sellerId ?? '',
    base: JSON.stringify(draft.base),
    typed: JSON.stringify(draft.typed),
  })
  return ask(href(paths.studioPocketDrafts()), { method: 'POST', body })
}

/** Brings the next piece of a photograph, from the byte at `start`. */
export function bringPiece(href: Href, photo: KeptPhoto, start: number): Promise<Answer<Progress>> {
  const { id, draftId, shot, sha256, blob } = photo
  const query = new URLSearchParams({
    productId: draftId,
    shot,
    sha256,
    bytes: String(blob.size),
    start: String(start),
  })
  return ask(`${href(paths.studioUpload({ uploadId: id }))}?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: blob.slice(start, start + pieceLimits.pieceBytes),
  })
}

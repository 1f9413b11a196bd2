import { paths } from '~/paths'
import { type Answer, ask } from '~/platform/http/ask'
import type { PocketValues } from './pocket-fields'
import type { PocketContents, ReceivedDraft } from './pocket-view'
import type { Progress } from './receive-piece.server'
import type { KeptPhoto, KeptVoice } from './store'

/** Writes a path of this site in the page's language. */
export type Href = (path: string) => string

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

/** Brings a piece of a photograph, so many bytes from the one at `start`; none only say that it is coming, and ask how far it is. */
export function bringPiece(
  href: Href,
  photo: KeptPhoto,
  { start, bytes }: { start: number; bytes: number },
): Promise<Answer<Progress>> {
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
    body: blob.slice(start, start + bytes),
  })
}

/** Says that a photograph does not come. Its body is empty and not missing: the front door weighs each. */
export function letGoPhoto(href: Href, uploadId: string): Promise<Answer<boolean>> {
  return ask(href(paths.studioUpload({ uploadId })), { method: 'DELETE', body: '' })
}

/** Brings what she said about a piece; asked twice, it is kept once. */
export function bringRecording(href: Href, productId: string, voice: KeptVoice): Promise<Answer<unknown>> {
  const body = new FormData()
  body.set('voice', voice.blob)
  body.set('seconds', String(voice.seconds))
  body.set('recordingId', voice.id)
  body.set('over', voice.over ?? '')
  return ask(href(paths.studioSound({ productId })), { method: 'POST', body })
}

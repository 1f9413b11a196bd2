import type { Actor } from '~/modules/auth/actor'
import { type OpenedVoice, openVoice } from '~/modules/voices/open-voice.server'
import { inScope } from '~/platform/db/in-scope.server'
import { formatInstant } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'

/** What was said about a piece, as her studio shows it. */
export type VoiceView = {
  id: string
  seconds: number
  recordedAt: string
  /** it is her own voice: she alone decides who hears it */
  isHers: boolean
  /** approved with the piece */
  isInShop: boolean
}

/** Of a piece of hers (the caller has looked that it is); null when nothing was said. */
export function findVoice({
  actor,
  productId,
  locale,
}: {
  actor: Actor
  productId: string
  locale: Locale
}): Promise<VoiceView | null> {
  return inScope({ person: actor.personId }, async (tx) => {
    const row = await tx.voiceNote.findFirst({
      where: { productId, product: { sellerId: { in: actor.sellerIds } } },
      select: { id: true, seconds: true, recordedAt: true, speakerId: true, approvedAt: true },
    })
    return (
      row && {
        id: row.id,
        seconds: row.seconds,
        recordedAt: formatInstant(locale, row.recordedAt),
        isHers: row.speakerId === actor.personId,
        isInShop: row.approvedAt !== null,
      }
    )
  })
}

/** The sound of it, for her and for whoever lists for her. Somebody else's is a 404. */
export function openOwnVoice({
  actor,
  productId,
}: {
  actor: Actor
  productId: string
}): Promise<OpenedVoice> {
  return inScope({ person: actor.personId }, (tx) =>
    openVoice(tx, { productId, product: { sellerId: { in: actor.sellerIds } } }),
  )
}

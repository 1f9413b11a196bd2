import type { Actor } from '~/modules/auth/actor'
import { newestVoice, type OpenedVoice, openVoice } from '~/modules/voices/open-voice.server'
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

/** Of a piece of hers (the caller has looked that it is): the newest first, then the one that buyers hear until that is approved. */
export function findVoices({
  actor,
  productId,
  locale,
}: {
  actor: Actor
  productId: string
  locale: Locale
}): Promise<VoiceView[]> {
  return inScope({ person: actor.personId }, async (tx) => {
    const rows = await tx.voiceNote.findMany({
      where: { productId, product: { sellerId: { in: actor.sellerIds } } },
      orderBy: newestVoice,
      select: { id: true, seconds: true, recordedAt: true, speakerId: true, approvedAt: true },
    })
    return rows.map((row) => ({
      id: row.id,
      seconds: row.seconds,
      recordedAt: formatInstant(locale, row.recordedAt),
      isHers: row.speakerId === actor.personId,
      isInShop: row.approvedAt !== null,
    }))
  })
}

/** By which ids devices have brought recordings of a piece of hers lately: what lies on one under such an id has arrived. */
export function findArrivedVoices({
  actor,
  productId,
}: {
  actor: Actor
  productId: string
}): Promise<string[]> {
  return inScope({ person: actor.personId }, async (tx) => {
    const rows = await tx.voiceArrival.findMany({
      where: { productId, product: { sellerId: { in: actor.sellerIds } } },
      orderBy: { arrivedAt: 'desc' },
      take: 20,
      select: { id: true },
    })
    return rows.map(({ id }) => id)
  })
}

/** The sound of it, for her and for whoever lists for her. Somebody else's is a 404. */
export function openOwnVoice({
  actor,
  productId,
  voiceId,
}: {
  actor: Actor
  productId: string
  /** which of two; null: the newest */
  voiceId: string | null
}): Promise<OpenedVoice> {
  const which = voiceId === null ? {} : { id: voiceId }
  return inScope({ person: actor.personId }, (tx) =>
    openVoice(tx, { ...which, productId, product: { sellerId: { in: actor.sellerIds } } }),
  )
}

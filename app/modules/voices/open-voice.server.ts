import type { Prisma, Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { openDataKey, unsealBytes } from '~/platform/secrets/envelope.server'
import { voicePlace } from './voice-place'

export type OpenedVoice = { bytes: Buffer; contentType: string }

/** The newest first: what waits for approval, then what buyers hear. */
export const newestVoice = { approvedAt: { sort: 'desc', nulls: 'first' } } as const

/** A recording in the clear, of several the newest, as far as the walls let the scope of the transaction see it. 404 when there is none. */
export async function openVoice(tx: Tx, where: Prisma.VoiceNoteWhereInput): Promise<OpenedVoice> {
  const row = await tx.voiceNote.findFirst({
    where,
    orderBy: newestVoice,
    select: { id: true, keyId: true, contentType: true, body: true },
  })
  if (!row) throw notFound()
  const key = await openDataKey(tx, row.keyId)
  return { bytes: unsealBytes(key, row.body, voicePlace(row.id)), contentType: row.contentType }
}

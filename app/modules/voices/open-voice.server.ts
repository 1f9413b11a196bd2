import type { Prisma, Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { openDataKey, unsealBytes } from '~/platform/secrets/envelope.server'
import { voicePlace } from './voice-place'

export type OpenedVoice = { bytes: Buffer; contentType: string }

/** A recording in the clear, as far as the walls let the scope of the transaction see it. 404 when there is none. */
export async function openVoice(tx: Tx, where: Prisma.VoiceNoteWhereInput): Promise<OpenedVoice> {
  const row = await tx.voiceNote.findFirst({
    where,
    select: { id: true, keyId: true, contentType: true, body: true },
  })
  if (!row) throw notFound()
  const key = await openDataKey(tx, row.keyId)
  return { bytes: unsealBytes(key, row.body, voicePlace(row.id)), contentType: row.contentType }
}

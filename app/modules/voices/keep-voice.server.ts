import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { createDataKey, sealBytes } from '~/platform/secrets/envelope.server'
import { dropVoice } from './drop-voice.server'
import { voiceLimits } from './voice-limits'
import { voicePlace } from './voice-place'
import { voiceTypeOf } from './voice-type.server'

type KeepInput = {
  productId: string
  /** whose voice it is */
  speakerId: string
  recordedById: string
  bytes: Uint8Array
  /** as the device counted them */
  seconds: number
}

/**
 * Keeps what she said about a piece, sealed with a key of its own; what waited there for approval is destroyed, what buyers hear stays until this one
 * is approved (trigger). Judged by its bytes, never by its name. Refuses (beside `voice`) nothing at all, more
 * than 3 MB, and what is no recording of sound. Inside a scope that may write it.
 */
export async function keepVoice(
  tx: Tx,
  { productId, bytes, seconds, ...who }: KeepInput,
): Promise<{ id: string }> {
  if (bytes.length === 0) throw new Refusal('voice.none', 422, {}, 'voice')
  if (bytes.length > voiceLimits.maxBytes)
    throw new Refusal('voice.tooLarge', 422, { most: voiceLimits.maxBytes / 1024 ** 2 }, 'voice')
  const contentType = await voiceTypeOf(bytes)
  if (!contentType) throw new Refusal('voice.badType', 422, {}, 'voice')
  await dropVoice(tx, productId, 'waiting')
  const id = crypto.randomUUID()
  const key = await createDataKey(tx)
  const body = sealBytes(key, bytes, voicePlace(id))
  return tx.voiceNote.create({
    data: { id, productId, contentType, seconds, keyId: key.keyId, body, ...who },
    select: { id: true },
  })
}

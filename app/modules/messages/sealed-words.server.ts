import type { OpenKey } from '~/platform/secrets/envelope.server'
import { seal, unseal } from '~/platform/secrets/envelope.server'

const placeOf = (messageId: string) => ({ table: 'Message', column: 'words', row: messageId })

/** Seals what somebody wrote, for its own message alone. */
export function sealWords(key: OpenKey, messageId: string, words: string): Uint8Array<ArrayBuffer> {
  return seal(key, words, placeOf(messageId))
}

/** Opens it. */
export function openWords(key: OpenKey, messageId: string, cipher: Uint8Array): string {
  return unseal(key, cipher, placeOf(messageId))
}

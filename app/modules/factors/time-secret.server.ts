import type { Tx } from '~/platform/db/prisma.server'
import { type OpenKey, openDataKey, seal, unseal } from '~/platform/secrets/envelope.server'

const placeOf = (factorId: string) => ({ table: 'SecondFactor', column: 'secretCipher', row: factorId })

/** Seals the app's secret for a second factor. */
export function sealTimeSecret(key: OpenKey, factorId: string, secret: string): Uint8Array<ArrayBuffer> {
  return seal(key, secret, placeOf(factorId))
}

/** The app's secret in the clear. Shown to her while she sets it up, and to nobody after that. */
export async function openTimeSecret(
  tx: Tx,
  factor: { id: string; keyId: string; secretCipher: Uint8Array },
): Promise<string> {
  const key = await openDataKey(tx, factor.keyId)
  return unseal(key, factor.secretCipher, placeOf(factor.id))
}

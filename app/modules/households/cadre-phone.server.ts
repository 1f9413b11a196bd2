import type { Tx } from '~/platform/db/prisma.server'
import { findDataKey, type OpenKey, seal, unseal } from '~/platform/secrets/envelope.server'

/** A cadre's telephone as its row has it. */
type SealedCadrePhone = {
  id: string
  /** from before it was sealed, until the job has been there */
  cadrePhone: string | null
  cadrePhoneCipher: Uint8Array | null
  cadrePhoneKeyId: string | null
}

const placeOf = (row: string) => ({ table: 'HouseholdFacts', column: 'cadrePhone', row })

/** A cadre's telephone as the row of facts with this id keeps it. */
export function sealCadrePhone(key: OpenKey, factsId: string, phone: string) {
  return { cadrePhoneCipher: seal(key, phone, placeOf(factsId)), cadrePhoneKeyId: key.keyId }
}

/**
 * The telephone of the cadre responsible in the clear; null where none is on record, or its key was destroyed. A screen that shows it asks for a reason and writes an audit event first.
 */
export async function readCadrePhone(tx: Tx, facts: SealedCadrePhone): Promise<string | null> {
  const { id, cadrePhone, cadrePhoneCipher, cadrePhoneKeyId } = facts
  if (!cadrePhoneCipher || !cadrePhoneKeyId) return cadrePhone
  const key = await findDataKey(tx, cadrePhoneKeyId)
  return key && unseal(key, cadrePhoneCipher, placeOf(id))
}

/** ****0102: the last four digits, of a number without an area code the last two. */
export function maskCadrePhone(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  return `****${digits.slice(digits.length < 10 ? -2 : -4)}`
}

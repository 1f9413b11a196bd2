import type { Tx } from '~/platform/db/prisma.server'
import { maskPhone } from '~/platform/fields'
import { readSecret } from './read-secret.server'

/** 138****1276, the form in which screens show a number to others than its owner; null when the scope does not reach her. */
export async function findMaskedPhone(tx: Tx, personId: string): Promise<string | null> {
  const phone = await readSecret(tx, { personId, field: 'phone' })
  return phone === null ? null : maskPhone(phone)
}

import type { PersonField } from '~/generated/prisma/enums'
import { normalisePhone } from '~/platform/fields'
import { blindIndex } from '~/platform/secrets/envelope.server'

const normalisers: Record<PersonField, (text: string) => string> = {
  phone: normalisePhone,
  id_number: (text) => text.normalize('NFKC').replace(/\s/g, '').toUpperCase(),
  email: (text) => text.normalize('NFKC').trim().toLowerCase(),
}

/** The one spelling in which a secret of a person is sealed and found. */
export function normaliseSecret(field: PersonField, value: string): string {
  return normalisers[field](value)
}

/** The fingerprint by which a secret is found without opening it, whatever spelling it was typed in. */
export function secretIndex(field: PersonField, value: string): Uint8Array<ArrayBuffer> {
  return blindIndex(field, normaliseSecret(field, value))
}

import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { createDataKey, type OpenKey, seal } from '~/platform/secrets/envelope.server'
import { findPersonByPhone } from './find-person-by-phone.server'
import { lockPhone } from './lock-phone.server'
import { normaliseSecret, secretIndex } from './secret-index.server'

type NewPerson = {
  /** null for a household member who has none */
  phone: string | null
  /** as emailField gives it; null for most */
  email?: string | null
  name?: string | null
  /** where she lives, down to the village */
  regionId?: string | null
  birthYear?: number | null
}

/**
 * A new human being with a data key of her own and, sealed by it, her phone number or e-mail address. Needs a scope that may hold her: the job `sign_in`,
 * or a region that contains hers. Refuses a number that belongs to somebody already.
 */
export async function createPerson(
  tx: Tx,
  { phone, email = null, name = null, regionId = null, birthYear = null }: NewPerson,
): Promise<{ id: string }> {
  if (phone !== null) await refuseTakenPhone(tx, phone)
  const key = await createDataKey(tx)
  const person = await tx.person.create({
    data: { dataKeyId: key.keyId, name, regionId, birthYear },
    select: { id: true },
  })
  if (phone !== null) await keepSecret(tx, { personId: person.id, field: 'phone', value: phone, key })
  if (email !== null) await keepSecret(tx, { personId: person.id, field: 'email', value: email, key })
  return person
}

async function refuseTakenPhone(tx: Tx, phone: string): Promise<void> {
  await lockPhone(tx, secretIndex('phone', phone))
  if (await findPersonByPhone(tx, phone)) throw new Refusal('account.phoneTaken', 409, {}, 'phone')
}

async function keepSecret(
  tx: Tx,
  {
    personId,
    field,
    value,
    key,
  }: { personId: string; field: 'phone' | 'email'; value: string; key: OpenKey },
): Promise<void> {
  const clear = normaliseSecret(field, value)
  await tx.personSecret.create({
    data: {
      personId,
      field,
      keyId: key.keyId,
      cipher: seal(key, clear, { table: 'PersonSecret', column: field, row: personId }),
      blindIndex: secretIndex(field, clear),
    },
    select: { id: true },
  })
}

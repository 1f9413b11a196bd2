import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { createDataKey, type OpenKey, seal } from '~/platform/secrets/envelope.server'
import { findPersonByPhone } from './find-person-by-phone.server'
import { lockPhone } from './lock-phone.server'
import { normaliseSecret, secretIndex } from './secret-index.server'

type NewPerson = {
  /** null for a household member who has none */
  phone: string | null
  name?: string | null
  /** where she lives, down to the village */
  regionId?: string | null
  birthYear?: number | null
}

/**
 * A new human being with a data key of her own and, sealed by it, her phone number. Needs a scope that may hold her: the job `sign_in`,
 * or a region that contains hers. Refuses a number that belongs to somebody already.
 */
export async function createPerson(
  tx: Tx,
  { phone, name = null, regionId = null, birthYear = null }: NewPerson,
): Promise<{ id: string }> {
  if (phone !== null) await refuseTakenPhone(tx, phone)
  const key = await createDataKey(tx)
  const person = await tx.person.create({
    data: { dataKeyId: key.keyId, name, regionId, birthYear },
    select: { id: true },
  })
  if (phone !== null) await keepPhone(tx, { personId: person.id, phone, key })
  return person
}

async function refuseTakenPhone(tx: Tx, phone: string): Promise<void> {
  await lockPhone(tx, secretIndex('phone', phone))
  if (await findPersonByPhone(tx, phone)) throw new Refusal('account.phoneTaken', 409, {}, 'phone')
}

async function keepPhone(
  tx: Tx,
  { personId, phone, key }: { personId: string; phone: string; key: OpenKey },
): Promise<void> {
  const clear = normaliseSecret('phone', phone)
  await tx.personSecret.create({
    data: {
      personId,
      field: 'phone',
      keyId: key.keyId,
      cipher: seal(key, clear, { table: 'PersonSecret', column: 'phone', row: personId }),
      blindIndex: secretIndex('phone', clear),
    },
    select: { id: true },
  })
}

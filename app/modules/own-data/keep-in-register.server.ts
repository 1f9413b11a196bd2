import type { Tx } from '~/platform/db/prisma.server'
import { createDataKey, openDataKey, seal, unseal } from '~/platform/secrets/envelope.server'

/**
 * Leaves of her what belongs to the county's register and not to her account: who she is there and her identity number, under a key of its own from now on. Answers whether she stands in it; then her name and year of
 * birth stay with it, and what lay under her own key opens no more once that key is destroyed.
 */
export async function keepInRegister(tx: Tx, personId: string): Promise<boolean> {
  if ((await tx.householdMember.count({ where: { personId } })) === 0) return false
  const key = await createDataKey(tx)
  const [number] = await tx.personSecret.findMany({
    where: { personId, field: 'id_number' },
    select: { keyId: true, cipher: true },
  })
  if (number) {
    const place = { table: 'PersonSecret', column: 'id_number', row: personId }
    const text = unseal(await openDataKey(tx, number.keyId), number.cipher, place)
    await tx.personSecret.updateMany({
      where: { personId, field: 'id_number' },
      data: { keyId: key.keyId, cipher: seal(key, text, place) },
    })
  }
  await tx.person.updateMany({ where: { id: personId }, data: { dataKeyId: key.keyId } })
  return true
}

import type { PersonField } from '~/generated/prisma/enums'
import type { Tx } from '~/platform/db/prisma.server'
import { openDataKey, unseal } from '~/platform/secrets/envelope.server'

/**
 * One sealed field of a person in the clear, or null when she has none or the caller's scope does not reach her.
 * A screen that shows the answer to somebody else asks for a reason and writes an audit event first.
 */
export async function readSecret(
  tx: Tx,
  { personId, field }: { personId: string; field: PersonField },
): Promise<string | null> {
  const secret = await tx.personSecret.findUnique({
    where: { personId_field: { personId, field } },
    select: { keyId: true, cipher: true },
  })
  if (!secret) return null
  const key = await openDataKey(tx, secret.keyId)
  return unseal(key, secret.cipher, { table: 'PersonSecret', column: field, row: personId })
}

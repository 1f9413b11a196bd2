import { withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { secretIndex } from './secret-index.server'

/**
 * The person whose phone number it is, wherever she lives, or null. Looks as the job `sign_in`, whatever the caller's scope:
 * a number belongs to one person, so whoever adds one must know that it is taken. Answers an id, nothing about her.
 */
export async function findPersonByPhone(tx: Tx, phone: string): Promise<{ id: string } | null> {
  return withinScope(tx, { job: 'sign_in' }, async () => {
    const secret = await tx.personSecret.findUnique({
      where: { field_blindIndex: { field: 'phone', blindIndex: secretIndex('phone', phone) } },
      select: { personId: true },
    })
    return secret ? { id: secret.personId } : null
  })
}

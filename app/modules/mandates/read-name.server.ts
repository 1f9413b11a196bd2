import { withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'

/** How a party to a mandate is called: the other one may know it, wherever she lives. Empty for somebody without a name. */
export async function readName(tx: Tx, personId: string): Promise<string> {
  return withinScope(tx, { person: personId }, async () => {
    const person = await tx.person.findUnique({ where: { id: personId }, select: { name: true } })
    return person?.name ?? ''
  })
}

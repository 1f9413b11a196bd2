import type { Tx } from '~/platform/db/prisma.server'
import type { AssistanceKind } from './schema'

/** The kinds in use, in the order of their entry. */
export function findKinds(tx: Tx): Promise<(AssistanceKind & { id: string })[]> {
  return tx.codeTerm.findMany({
    where: { list: 'assistance_kind', validTo: null },
    orderBy: [{ validFrom: 'asc' }, { code: 'asc' }],
    select: { id: true, code: true, nameZh: true, nameEn: true },
  })
}

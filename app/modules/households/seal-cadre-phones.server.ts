import { inScope } from '~/platform/db/in-scope.server'
import type { Prisma, Tx } from '~/platform/db/prisma.server'
import { createDataKey, type OpenKey } from '~/platform/secrets/envelope.server'
import { sealCadrePhone } from './cadre-phone.server'

/** One at a time, so that no key is made for a number that another seals. */
const sealingLock = 710_081

/**
 * Seals `batch` telephones of cadres that stand in the clear, those from before they were sealed, and says how many; what one list says of one number goes under one key, as when a list is taken: what it says of the last of
 * them goes with it, however much that is.
 */
export function sealCadrePhones({ batch }: { batch: number }): Promise<number> {
  return inScope({ job: 'sweep' }, async (tx) => {
    const [turn] = await tx.$queryRaw<{ isFree: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(${sealingLock}) AS "isFree"`
    if (!turn?.isFree) return 0
    const rows = await findClear(tx, batch)
    const keys = new Map<string, OpenKey>()
    for (const { id, importId, cadrePhone } of rows) {
      if (cadrePhone === null) continue
      const whose = `${importId ?? id} ${cadrePhone}`
      const key = keys.get(whose) ?? (await createDataKey(tx))
      keys.set(whose, key)
      const { cadrePhoneCipher, cadrePhoneKeyId } = sealCadrePhone(key, id, cadrePhone)
      await tx.$executeRaw`SELECT seal_cadre_phone(${id}::uuid, ${cadrePhoneCipher}, ${cadrePhoneKeyId}::uuid)`
    }
    return rows.length
  })
}

/** The walls show nothing but such rows. */
async function findClear(tx: Tx, batch: number) {
  const inOrder = {
    orderBy: [{ importId: 'asc' }, { cadrePhone: 'asc' }, { id: 'asc' }],
    select: { id: true, importId: true, cadrePhone: true },
  } satisfies Prisma.HouseholdFactsFindManyArgs
  const rows = await tx.householdFacts.findMany({
    where: { cadrePhone: { not: null } },
    take: batch,
    ...inOrder,
  })
  const last = rows.at(-1)
  if (!last?.importId) return rows
  const { id, importId, cadrePhone } = last
  const alike = { importId, cadrePhone, id: { gt: id } }
  return [...rows, ...(await tx.householdFacts.findMany({ where: alike, ...inOrder }))]
}

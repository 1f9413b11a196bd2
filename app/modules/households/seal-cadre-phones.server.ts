import { inScope } from '~/platform/db/in-scope.server'
import { createDataKey, type OpenKey } from '~/platform/secrets/envelope.server'
import { sealCadrePhone } from './cadre-phone.server'

/** One at a time, so that no key is made for a number that another seals. */
const sealingLock = 710_081

/** Seals at most `batch` telephones of cadres that stand in the clear, those from before they were sealed, and says how many; what one list says of one number goes under one key, as when a list is taken. */
export function sealCadrePhones({ batch }: { batch: number }): Promise<number> {
  return inScope({ job: 'sweep' }, async (tx) => {
    const [turn] = await tx.$queryRaw<{ isFree: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(${sealingLock}) AS "isFree"`
    if (!turn?.isFree) return 0
    // the walls show nothing but such rows
    const rows = await tx.householdFacts.findMany({
      where: { cadrePhone: { not: null } },
      orderBy: [{ importId: 'asc' }, { cadrePhone: 'asc' }, { id: 'asc' }],
      take: batch,
      select: { id: true, importId: true, cadrePhone: true },
    })
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

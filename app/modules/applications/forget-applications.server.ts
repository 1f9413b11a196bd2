import type { ApplicationState } from '~/generated/prisma/enums'
import { destroyKeysShownOnlyIn } from '~/modules/attachments/destroy-keys.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { forgetShopCards } from './shop-cards.server'

/** days for which a refused application can still be asked about; after them nothing that names her is needed (Personal Information Protection Law art. 47) */
const keptDays = 180

/** What she wrote in applications that were not approved, when she closes her account: also in one that was refused. */
export async function forgetApplications(tx: Tx, personId: string): Promise<void> {
  const states: ApplicationState[] = ['draft', 'returned', 'refused']
  const rows = await tx.sellerApplication.findMany({
    where: { personId, state: { in: states } },
    select: { id: true },
  })
  for (const { id } of rows) await empty(tx, id)
}

/**
 * Empties at most `batch` applications that were refused half a year ago: her name, her number, what she said of her household, her licence, the pictures and her bank card; that there was one, and why it was refused, stays.
 * Says how many.
 */
export function sweepApplications({ batch }: { batch: number }): Promise<number> {
  return inScope({ job: 'joining' }, async (tx) => {
    const old = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM "SellerApplication" WHERE state = 'refused' AND "decidedAt" <= app_now() - make_interval(days => ${keptDays}::int)
        AND num_nonnulls("realName", "idCipher", "shopName", "licenceName", "licenceCode", "householdClaim", "householdWords") > 0
      ORDER BY id LIMIT ${batch} FOR UPDATE SKIP LOCKED`
    for (const { id } of old) await empty(tx, id)
    return old.length
  })
}

/** The pictures lie under keys of their own; one that was handed in elsewhere too stays readable there. */
async function empty(tx: Tx, id: string): Promise<void> {
  await destroyKeysShownOnlyIn(tx, [id])
  const { personId, sellerId } = await tx.sellerApplication.update({
    where: { id },
    data: {
      realName: null,
      idCipher: null,
      shopName: null,
      licenceName: null,
      licenceCode: null,
      licenceUntil: null,
      licencePhotoId: null,
      householdClaim: null,
      householdWords: null,
    },
    select: { personId: true, sellerId: true },
  })
  if (sellerId) await forgetShopCards(tx, { personId, sellerId })
}

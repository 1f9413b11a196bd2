import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { findOwnApplication } from './own-application.server'

/** The shop of her application once it was handed in, for which she can give a card; null: not handed in yet, or decided. */
export function findApplyingShop({ personId }: Actor): Promise<string | null> {
  return inScope({ person: personId }, async (tx) => {
    const row = await findOwnApplication(tx, personId)
    const isDecided = row?.state === 'approved' || row?.state === 'refused'
    return row && !isDecided ? row.sellerId : null
  })
}

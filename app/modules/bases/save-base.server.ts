import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { lockBase } from './lock-base.server'
import type { BaseWords } from './schema'

/** Writes who hosts a base and what its members get. Refuses a year to come; another region's base is a 404. */
export function saveBase({
  actor,
  sellerId,
  ...words
}: BaseWords & { actor: Actor; sellerId: string }): Promise<void> {
  return inScope(actor, async (tx) => {
    await lockBase(tx, { actor, sellerId })
    if (words.sinceYear > (await appNow(tx)).getFullYear())
      throw new Refusal('base.futureYear', 422, {}, 'sinceYear')
    await tx.baseProfile.upsert({ where: { sellerId }, create: { sellerId, ...words }, update: words })
    await recordAudit(tx, { actor, action: 'base.described', subject: { type: 'Seller', id: sellerId } })
  })
}

import type { Actor } from '~/modules/auth/actor'
import type { MandateScope } from '~/modules/auth/entrusted'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { findLiveMandate } from './find-live-mandate.server'
import { findPrincipal } from './find-principal.server'
import { isOwnSeller } from './is-own-seller.server'

/**
 * Whether she may work for a seller today: as its owner or staff (null: for herself), or by a live mandate whose scope includes it (the
 * owner's person id: 代办, recorded as such). Everybody else finds nothing.
 */
export async function findActingFor(
  tx: Tx,
  { actor, sellerId, scope }: { actor: Actor; sellerId: string; scope: MandateScope },
): Promise<string | null> {
  if (!actor.sellerIds.includes(sellerId)) throw notFound()
  if (await isOwnSeller(tx, { actor, sellerId })) return null
  const mandateId = await findLiveMandate(tx, { actor, sellerId, scope })
  if (!mandateId) throw notFound()
  return findPrincipal(tx, sellerId)
}

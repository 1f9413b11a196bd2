import type { Actor } from '~/modules/auth/actor'
import type { MandateScope } from '~/modules/auth/entrusted'
import { withinScope } from '~/platform/db/in-scope.server'
import type { Prisma, Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import type { ActKind } from './act-kinds'
import { findLiveMandate } from './find-live-mandate.server'
import { findPrincipal } from './find-principal.server'
import { isOwnSeller } from './is-own-seller.server'
import { joinNotice } from './join-notice.server'

type ActInput = {
  actor: Actor
  sellerId: string
  scope: MandateScope
  kind: ActKind
  subject: {
    type:
      | 'Product'
      | 'Variant'
      | 'Question'
      | 'Report'
      | 'SellerOrder'
      | 'ProductionPhoto'
      | 'SellerRest'
      | 'Seller'
    id: string
  }
  /** what stood there and what stands there now, as much as undoing needs */
  before?: Prisma.InputJsonValue
  after?: Prisma.InputJsonValue
}

/**
 * Writes down what an agent changed for a maker, in the transaction of the change, and has her told. What somebody does for a seller of her own leaves no
 * act. Refuses (404) without a mandate in force.
 */
export async function recordAct(
  tx: Tx,
  { actor, sellerId, scope, kind, subject, before, after }: ActInput,
): Promise<void> {
  if (await isOwnSeller(tx, { actor, sellerId })) return
  const mandateId = await findLiveMandate(tx, { actor, sellerId, scope })
  const personId = await findPrincipal(tx, sellerId)
  if (!mandateId || !personId) throw notFound()
  const noticeId = await joinNotice(tx, { personId, sellerId, kind: 'acts' })
  const data = {
    mandateId,
    sellerId,
    agentUserId: actor.userId,
    kind,
    subjectType: subject.type,
    subjectId: subject.id,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    noticeId,
  }
  await withinScope(tx, { person: actor.personId }, () => tx.act.create({ data, select: { id: true } }))
}

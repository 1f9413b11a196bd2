import type { z } from 'zod'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { checkTerms } from './check-terms.server'
import { findPrincipal } from './find-principal.server'
import type { ProposeForm } from './schema'

/**
 * An agent proposes to act for a maker, and signs by it. Nothing is allowed before the maker has consented. Refuses a shop that is not there or has nobody who could consent,
 * a coordinator of another region, a broker who is none, and what checkTerms refuses. Answers the mandate's id.
 */
export function proposeMandate({
  actor,
  terms: { shop, ...terms },
}: {
  actor: Actor
  terms: z.output<typeof ProposeForm>
}): Promise<string> {
  return inScope({ person: actor.personId }, async (tx) => {
    const seller = await tx.seller.findUnique({
      where: { slug: shop },
      select: { id: true, status: true, region: { select: { ancestorIds: true } } },
    })
    if (!seller || seller.status === 'closed') throw new Refusal('mandate.noShop', 422, {}, 'shop')
    if (!(await findPrincipal(tx, seller.id))) throw new Refusal('mandate.noShop', 422, {}, 'shop')
    if (terms.agentKind !== 'family')
      await requireOffice(tx, { actor, role: terms.agentKind, within: seller.region.ancestorIds })
    const data = await checkTerms(tx, { ...terms, sellerId: seller.id, agentPersonId: actor.personId })
    const { id } = await tx.mandate.create({
      data: { ...data, signedByAgentAt: await appNow(tx) },
      select: { id: true },
    })
    const subject = { type: 'Mandate', id }
    await recordAudit(tx, { actor, action: 'mandate.proposed', subject, detail: { sellerId: seller.id } })
    return id
  })
}

/** A coordinator acts in her region only, a broker anywhere. */
async function requireOffice(
  tx: Tx,
  { actor, role, within }: { actor: Actor; role: 'coordinator' | 'broker'; within: readonly string[] },
): Promise<void> {
  const now = await appNow(tx)
  const held = await tx.userRole.count({
    where: {
      userId: actor.userId,
      role,
      ...(role === 'coordinator' ? { regionId: { in: [...within] } } : {}),
      validFrom: { lte: now },
      OR: [{ validTo: null }, { validTo: { gt: now } }],
    },
  })
  if (held === 0 || !actor.roles.includes(role))
    throw new Refusal(role === 'broker' ? 'mandate.notBroker' : 'mandate.notHerRegion', 403, {}, 'agentKind')
}

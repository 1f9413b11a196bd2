import type { Actor } from '~/modules/auth/actor'
import { readSecret } from '~/modules/people/read-secret.server'
import { fromDateColumn } from '~/platform/calendar'
import { withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { findPrincipal } from './find-principal.server'
import { isOwnSeller } from './is-own-seller.server'

/** A mandate of hers, as its agent or as the maker, and the maker's person; anybody else's is not found. */
export async function findOpenMandate(tx: Tx, { actor, mandateId }: { actor: Actor; mandateId: string }) {
  const mandate = await tx.mandate.findUnique({
    where: { id: mandateId },
    select: {
      id: true,
      sellerId: true,
      agentPersonId: true,
      agentKind: true,
      scope: true,
      capBps: true,
      validFrom: true,
      validTo: true,
      signedByPrincipalAt: true,
      signedByAgentAt: true,
      revokedAt: true,
    },
  })
  if (!mandate) throw notFound()
  const { sellerId, validFrom, validTo } = mandate
  const isAgent = mandate.agentPersonId === actor.personId
  if (!isAgent && !(await isOwnSeller(tx, { actor, sellerId }))) throw notFound()
  const principalId = await findPrincipal(tx, sellerId)
  if (!principalId) throw notFound()
  return {
    ...mandate,
    isAgent,
    principalId,
    from: fromDateColumn(validFrom),
    to: validTo && fromDateColumn(validTo),
  }
}

/** The maker's own number, for a code or a notice to her: it is never shown to whoever asks. Refuses when none is noted. */
export async function readPrincipalPhone(tx: Tx, personId: string): Promise<string> {
  const phone = await withinScope(tx, { person: personId }, () =>
    readSecret(tx, { personId, field: 'phone' }),
  )
  if (phone === null) throw new Refusal('mandate.noPhone', 409)
  return phone
}

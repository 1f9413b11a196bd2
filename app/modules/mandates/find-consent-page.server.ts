import type { Actor } from '~/modules/auth/actor'
import { addDays, type Day } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import type { Locale } from '~/platform/i18n/locale'
import { findOpenMandate } from './find-open-mandate.server'
import { readName } from './read-name.server'

export type ConsentPage = {
  isAgent: boolean
  seller: string
  maker: string
  /** how the agent is called; empty for the maker before the agent has signed */
  agent: string
  scope: string[]
  capPercent: number
  from: Day
  /** the last day; null for one without an end */
  to: Day | null
  /** what was handed in last: it waits, or was turned down with this reason */
  proof: { means: 'voice' | 'signature'; refusal: string | null } | null
}

type Asked = { actor: Actor; mandateId: string; locale: Locale }

/** What a maker is to say or sign for one mandate, for her or for the agent beside her. Refuses one that she has signed or that is over. */
export function findConsentPage({ actor, mandateId, locale }: Asked): Promise<ConsentPage> {
  return inScope({ person: actor.personId }, async (tx) => {
    const mandate = await findOpenMandate(tx, { actor, mandateId })
    if (mandate.revokedAt || mandate.signedByPrincipalAt) throw new Refusal('mandate.settled', 409)
    const [seller, proof] = [
      await tx.seller.findUniqueOrThrow({
        where: { id: mandate.sellerId },
        select: { nameZh: true, nameEn: true },
      }),
      await tx.mandateProof.findFirst({
        where: { mandateId },
        orderBy: { handedInAt: 'desc' },
        select: { means: true, refusal: true, goneAt: true },
      }),
    ]
    const isShown = proof !== null && (proof.goneAt === null || proof.refusal !== null)
    return {
      isAgent: mandate.isAgent,
      seller: locale === 'en' ? seller.nameEn : seller.nameZh,
      maker: await readName(tx, mandate.principalId),
      agent: mandate.isAgent || mandate.signedByAgentAt ? await readName(tx, mandate.agentPersonId) : '',
      scope: mandate.scope,
      capPercent: mandate.capBps / 100,
      from: mandate.from,
      to: mandate.to && addDays(mandate.to, -1),
      proof: isShown
        ? { means: proof.means === 'voice' ? 'voice' : 'signature', refusal: proof.refusal }
        : null,
    }
  })
}

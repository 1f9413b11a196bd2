import type { AgentKind } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { readSecret } from '~/modules/people/read-secret.server'
import { addDays, type Day, dayOf, fromDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Prisma, Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { readName } from './read-name.server'
import { type MandateState, stateOf } from './terms'

export type MandateView = {
  id: string
  sellerId: string
  seller: string
  /** how the agent is called; null until she has signed */
  agent: string | null
  /** of a number that a maker asked: its last four digits, by which she sees a slip of the finger; empty when it is forgotten */
  lastDigits: string
  agentKind: AgentKind
  scope: string[]
  capPercent: number
  from: Day
  /** the last day; null for one without an end */
  to: Day | null
  state: MandateState
  /** why what she said or signed was turned down; null when it was not */
  refusal: string | null
}

type Asked = { actor: Actor; locale: Locale }

/** The mandates for her own sellers, newest first. */
export function findOwnMandates({ actor, locale }: Asked): Promise<MandateView[]> {
  return find(actor, { sellerId: { in: actor.sellerIds } }, locale)
}

/** The mandates under which she acts, acted or would act for others, newest first. */
export function findEntrustedMandates({ actor, locale }: Asked): Promise<MandateView[]> {
  return find(actor, { agentPersonId: actor.personId }, locale)
}

function find(actor: Actor, where: Prisma.MandateWhereInput, locale: Locale): Promise<MandateView[]> {
  return inScope({ person: actor.personId }, async (tx) => {
    const today = dayOf(await appNow(tx))
    const rows = await tx.mandate.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 100,
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
        seller: { select: { nameZh: true, nameEn: true } },
        proofs: {
          orderBy: { handedInAt: 'desc' },
          take: 1,
          select: { refusal: true, decidedAt: true, goneAt: true },
        },
      },
    })
    const names = new Map<string, string>()
    const digits = new Map<string, string>()
    for (const { agentPersonId } of rows)
      if (!names.has(agentPersonId)) names.set(agentPersonId, await readName(tx, agentPersonId))
    for (const { agentPersonId, signedByAgentAt } of rows)
      if (!signedByAgentAt && !digits.has(agentPersonId))
        digits.set(agentPersonId, await readLastDigits(tx, agentPersonId))
    return rows.map((row) => {
      const from = fromDateColumn(row.validFrom)
      const to = row.validTo && fromDateColumn(row.validTo)
      const [proof] = row.proofs
      const isBeingChecked = proof !== undefined && !proof.decidedAt && !proof.goneAt
      return {
        id: row.id,
        sellerId: row.sellerId,
        seller: locale === 'en' ? row.seller.nameEn : row.seller.nameZh,
        // whose number it was is nobody's business before she has agreed
        agent: row.signedByAgentAt ? (names.get(row.agentPersonId) ?? '') : null,
        lastDigits: digits.get(row.agentPersonId) ?? '',
        agentKind: row.agentKind,
        scope: row.scope,
        capPercent: row.capBps / 100,
        from,
        to: to && addDays(to, -1),
        state: stateOf({ ...row, from, to, isBeingChecked }, today),
        refusal: row.signedByPrincipalAt ? null : (proof?.refusal ?? null),
      }
    })
  })
}

/** What the maker typed herself: the agent has not said anything yet. */
async function readLastDigits(tx: Tx, personId: string): Promise<string> {
  const phone = await withinScope(tx, { person: personId }, () =>
    readSecret(tx, { personId, field: 'phone' }),
  )
  return phone?.slice(-4) ?? ''
}

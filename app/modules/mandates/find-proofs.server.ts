import type { AgentKind } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { claimedIds } from '~/modules/claims/claimed-ids.server'
import { type Listed, partOf, waitsSince } from '~/modules/claims/queue-page'
import type { WorkFilter } from '~/modules/claims/work-filter'
import { addDays, type Day, daysBetween, fromDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Locale } from '~/platform/i18n/locale'
import { findPrincipal } from './find-principal.server'
import { isOneOfThem } from './is-one-of-them.server'
import { isOpenTo } from './open-proof.server'
import { readName } from './read-name.server'

export type ProofView = {
  id: string
  means: 'voice' | 'signature'
  seconds: number | null
  sellerId: string
  seller: string
  place: string
  maker: string
  agent: string
  agentKind: AgentKind
  scope: string[]
  capPercent: number
  from: Day
  /** the last day; null for one without an end */
  to: Day | null
  handedInAt: Date
  /** whole days since it was handed in */
  ageDays: number
  /** she is the agent, the maker or of the household of either: somebody else decides */
  isOwn: boolean
  /** she has opened it a moment ago */
  isOpen: boolean
}

/** A page of what makers of her region said or signed and nobody has confirmed, the oldest first. */
export function findProofs({
  actor,
  locale,
  whose = 'all',
  age = 'all',
  page = 1,
}: { actor: Actor; locale: Locale; page?: number } & Partial<WorkFilter>): Promise<Listed<ProofView>> {
  const inEnglish = locale === 'en'
  return inScope(actor, async (tx) => {
    if (!actor.regionId) return { rows: [], page: 1, total: 0 }
    const now = await appNow(tx)
    const where = {
      id: await claimedIds(tx, { actor, queue: 'proof', whose }),
      handedInAt: waitsSince(now, age),
      decidedAt: null,
      goneAt: null,
      mandate: {
        revokedAt: null,
        signedByPrincipalAt: null,
        seller: { region: { ancestorIds: { has: actor.regionId } } },
      },
    }
    const total = await tx.mandateProof.count({ where })
    if (total === 0) return { rows: [], page: 1, total }
    const { page: shown, ...part } = partOf(total, page)
    const rows = await tx.mandateProof.findMany({
      where,
      orderBy: [{ handedInAt: 'asc' }, { id: 'asc' }],
      ...part,
      select: {
        id: true,
        means: true,
        seconds: true,
        handedInAt: true,
        openedById: true,
        openedAt: true,
        mandate: {
          select: {
            sellerId: true,
            agentPersonId: true,
            agentKind: true,
            scope: true,
            capBps: true,
            validFrom: true,
            validTo: true,
            seller: {
              select: {
                nameZh: true,
                nameEn: true,
                region: { select: { nameZh: true, nameEn: true } },
              },
            },
          },
        },
      },
    })
    const views: ProofView[] = []
    for (const { mandate, openedById, openedAt, means, ...row } of rows) {
      const { seller, sellerId, validTo } = mandate
      const makerId = await findPrincipal(tx, sellerId)
      const to = validTo && fromDateColumn(validTo)
      views.push({
        ...row,
        ageDays: daysBetween(row.handedInAt, now),
        means: means === 'voice' ? 'voice' : 'signature',
        sellerId,
        seller: inEnglish ? seller.nameEn : seller.nameZh,
        place: (inEnglish ? seller.region.nameEn : null) ?? seller.region.nameZh,
        maker: makerId ? await readName(tx, makerId) : '',
        agent: await readName(tx, mandate.agentPersonId),
        agentKind: mandate.agentKind,
        scope: mandate.scope,
        capPercent: mandate.capBps / 100,
        from: fromDateColumn(mandate.validFrom),
        to: to && addDays(to, -1),
        isOwn: await isOneOfThem(tx, { actor, ...mandate }),
        isOpen: await isOpenTo(tx, { actor, openedById, openedAt }),
      })
    }
    return { rows: views, page: shown, total }
  })
}

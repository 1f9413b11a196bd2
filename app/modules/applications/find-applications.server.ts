import type { ApplicantKind, ApplicationState } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { actorKey } from '~/modules/auth/actor-key'
import type { ClaimView } from '~/modules/claims/claim-view'
import { claimedIds } from '~/modules/claims/claimed-ids.server'
import { findClaims } from '~/modules/claims/find-claims.server'
import { type Listed, partOf, waitsSince } from '~/modules/claims/queue-page'
import type { WorkFilter } from '~/modules/claims/work-filter'
import { findPlaceNames } from '~/modules/regions/find-place-names.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { oncePerLook } from '~/platform/db/one-look.server'
import { findOffice } from './lock-application.server'

/** An application in the queue. */
export type QueuedApplication = {
  id: string
  state: ApplicationState
  kind: ApplicantKind
  shopName: string
  realName: string
  place: { zh: string; en: string }
  /** since it waits for this step */
  waitedHours: number
  /** who is on it */
  claim: ClaimView | null
}

/** Since when an application is in its state. */
const sinceColumn = {
  draft: 'submittedAt',
  submitted: 'submittedAt',
  recommended: 'recommendedAt',
  returned: 'decidedAt',
  approved: 'decidedAt',
  refused: 'decidedAt',
  withdrawn: 'submittedAt',
} as const satisfies Record<ApplicationState, string>

/** What waits for this desk: handed in for a county, recommended for a city. */
const waitsFor = { county: 'submitted', city: 'recommended' } as const

/** A page of the applications of the coordinator's region in one state, oldest first; without a state those that wait for her own step. */
export function findApplications({
  actor,
  state = null,
  kind = null,
  whose = 'all',
  age = 'all',
  page = 1,
}: {
  actor: Actor
  state?: ApplicationState | null
  kind?: ApplicantKind | null
  page?: number
} & Partial<WorkFilter>): Promise<
  { state: ApplicationState; isHersToJudge: boolean } & Listed<QueuedApplication>
> {
  return inScope(actor, async (tx) => {
    const office = await findOffice(tx, actor)
    const wanted = state ?? waitsFor[office]
    const now = await appNow(tx)
    const where = {
      id: await claimedIds(tx, { actor, queue: 'application', whose }),
      state: wanted,
      kind: kind ?? { not: null },
      region: { ancestorIds: { has: actor.regionId ?? '' } },
      [sinceColumn[wanted]]: waitsSince(now, age),
    }
    const total = await tx.sellerApplication.count({ where })
    const isHersToJudge = wanted === waitsFor[office]
    if (total === 0) return { state: wanted, isHersToJudge, rows: [], page: 1, total }
    const { page: shown, ...part } = partOf(total, page)
    const found = await tx.sellerApplication.findMany({
      where,
      orderBy: [
        { [sinceColumn[wanted]]: wanted === 'approved' || wanted === 'refused' ? 'desc' : 'asc' },
        { id: 'asc' },
      ],
      ...part,
      select: {
        ...{ id: true, state: true, kind: true, shopName: true, realName: true, regionId: true },
        ...{ submittedAt: true, recommendedAt: true, decidedAt: true },
      },
    })
    const places = await findPlaceNames(
      tx,
      found.flatMap(({ regionId }) => (regionId ? [regionId] : [])),
    )
    const subjectIds = found.map(({ id }) => id)
    const claims = await findClaims(tx, { actor, queue: 'application', subjectIds })
    const rows = found.map(({ regionId, submittedAt, recommendedAt, decidedAt, ...row }) => {
      const since = (row.state === 'recommended' ? recommendedAt : decidedAt) ?? submittedAt ?? now
      return {
        id: row.id,
        state: row.state,
        kind: row.kind ?? ('artisan' as const),
        shopName: row.shopName ?? '',
        realName: row.realName ?? '',
        place: (regionId && places.get(regionId)) || { zh: '', en: '' },
        waitedHours: Math.max(0, Math.floor((now.getTime() - since.getTime()) / 3_600_000)),
        claim: claims.get(row.id) ?? null,
      }
    })
    return { state: wanted, isHersToJudge, rows, page: shown, total }
  })
}

/** How many wait for this desk's own step. 0 without a region. */
export const countApplications = oncePerLook(
  actorKey,
  async ({ actor }: { actor: Actor }): Promise<number> => {
    if (!actor.regionId) return 0
    const within = { ancestorIds: { has: actor.regionId } }
    return inScope(actor, async (tx) =>
      tx.sellerApplication.count({
        where: { state: waitsFor[await findOffice(tx, actor)], region: within },
      }),
    )
  },
)

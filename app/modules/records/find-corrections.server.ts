import type { CorrectionField } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import type { ClaimView } from '~/modules/claims/claim-view'
import { claimedIds } from '~/modules/claims/claimed-ids.server'
import { findClaims } from '~/modules/claims/find-claims.server'
import { type Listed, partOf, waitsSince } from '~/modules/claims/queue-page'
import type { WorkFilter } from '~/modules/claims/work-filter'
import { findPlaceNames, type PlaceName } from '~/modules/regions/find-place-names.server'
import { type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'

/** A request for correction that waits. */
export type WaitingCorrection = {
  id: string
  name: string | null
  field: CorrectionField
  words: string
  place: PlaceName
  askedOn: Day
  /** who is on it */
  claim: ClaimView | null
}

/** A page of the requests of people of the coordinator's region, oldest first. */
export function findCorrections({
  actor,
  whose = 'all',
  age = 'all',
  page = 1,
}: {
  actor: Actor
  page?: number
} & Partial<WorkFilter>): Promise<Listed<WaitingCorrection>> {
  return inScope(actor, async (tx) => {
    const where = {
      ...waitingFor(actor),
      id: await claimedIds(tx, { actor, queue: 'correction', whose }),
      askedAt: waitsSince(await appNow(tx), age),
    }
    const total = await tx.correctionRequest.count({ where })
    if (total === 0) return { rows: [], page: 1, total }
    const { page: shown, ...part } = partOf(total, page)
    const found = await tx.correctionRequest.findMany({
      where,
      orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
      ...part,
      select: {
        ...{ id: true, field: true, words: true, askedAt: true },
        person: { select: { name: true, regionId: true } },
      },
    })
    const places = await findPlaceNames(
      tx,
      found.flatMap(({ person }) => (person.regionId ? [person.regionId] : [])),
    )
    const subjectIds = found.map(({ id }) => id)
    const claims = await findClaims(tx, { actor, queue: 'correction', subjectIds })
    const rows = found.map(({ askedAt, person, ...row }) => ({
      ...row,
      name: person.name,
      place: (person.regionId && places.get(person.regionId)) || { zh: '', en: '' },
      askedOn: dayOf(askedAt),
      claim: claims.get(row.id) ?? null,
    }))
    return { rows, page: shown, total }
  })
}

const waitingFor = ({ personId }: Actor) => ({ answeredAt: null, personId: { not: personId } })

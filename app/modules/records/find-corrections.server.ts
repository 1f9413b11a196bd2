import type { CorrectionField } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { type Day, dayOf } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'

/** A request for correction that waits. */
export type WaitingCorrection = {
  id: string
  name: string | null
  field: CorrectionField
  words: string
  askedOn: Day
}

/** Requests of people of the coordinator's region, oldest first, a hundred at most. */
export function findCorrections({ actor }: { actor: Actor }): Promise<WaitingCorrection[]> {
  return inScope(actor, async (tx) => {
    const rows = await tx.correctionRequest.findMany({
      where: waitingFor(actor),
      orderBy: { askedAt: 'asc' },
      take: 100,
      select: { id: true, field: true, words: true, askedAt: true, person: { select: { name: true } } },
    })
    return rows.map(({ askedAt, person, ...row }) => ({
      ...row,
      name: person.name,
      askedOn: dayOf(askedAt),
    }))
  })
}

/** How many they are, however long the list. */
export function countCorrections({ actor }: { actor: Actor }): Promise<number> {
  return inScope(actor, (tx) => tx.correctionRequest.count({ where: waitingFor(actor) }))
}

const waitingFor = ({ personId }: Actor) => ({ answeredAt: null, personId: { not: personId } })

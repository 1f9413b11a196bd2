import { createHash } from 'node:crypto'
import { type Day, toDateColumn } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'
import { type Figures, figureNames, noFigures } from './figures'
import { findOwnFigures } from './find-own-figures.server'
import { findPlacesBelow, type ReportPlace } from './find-place.server'
import { findNewestReturns, type KnownReturn } from './find-returns.server'

/** What a place would confirm now. `seen` is the same text only while nothing of it has changed: a form brings it back, so that nobody signs figures other than those she read. */
export type Pending = { below: ReportPlace[]; known: KnownReturn[]; own: Figures; seen: string }

/** What the places below have reported of a month, and what belongs to the place itself as it is counted now. */
export async function findPending(
  tx: Tx,
  { month, place }: { month: Day; place: ReportPlace },
): Promise<Pending> {
  const below = await findPlacesBelow(tx, place, toDateColumn(month))
  const known = await findNewestReturns(tx, { month, regionIds: below.map(({ id }) => id) })
  const own = (await findOwnFigures(tx, { month, regionIds: [place.id] })).get(place.id) ?? noFigures
  const said = JSON.stringify([
    below.map(({ id }) => [id, known.find(({ regionId }) => regionId === id)?.id ?? null]),
    figureNames.map((name) => own[name]),
  ])
  return { below, known, own, seen: createHash('sha256').update(said).digest('base64url').slice(0, 22) }
}

import type { Actor } from '~/modules/auth/actor'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { type Day, dayOf, nextMonthStart, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { differingFigures, type FigureName, type Figures, noFigures, sumFigures } from './figures'
import { findOwnFigures, readFigures } from './find-own-figures.server'
import { findPlace, findPlacesBelow, type ReportLevel, type ReportPlace } from './find-place.server'
import { findNewestReturns, findVersions, type KnownReturn } from './find-returns.server'

/** A row of the page: a place below, or (isOwn) what belongs to the place itself. */
export type ReturnRow = {
  code: string
  name: string
  isOwn: boolean
  /** waiting: it has not confirmed yet; missing: it was said not to have reported */
  state: 'own' | 'waiting' | 'missing' | 'confirmed' | 'locked'
  version: number
  /** null when nobody reported: not zero */
  figures: Figures | null
  /** it has reported otherwise since this return took it in */
  isNewer: boolean
}

export type ReturnVersion = {
  version: number
  reason: string | null
  confirmedBy: string | null
  confirmedAt: string
  lockedBy: string | null
  lockedAt: string | null
}

export type ReturnPage = {
  month: Day
  regionId: string
  code: string
  name: string
  level: ReportLevel
  /** code of the place that it reports to, within her region */
  above: string | null
  isOver: boolean
  /** the newest version; 0 = not confirmed yet */
  version: number
  isLocked: boolean
  rows: ReturnRow[]
  /** of the newest version, or what it would be if it were confirmed now */
  total: Figures
  /** figures of the place itself that are counted otherwise now than when it was confirmed */
  changed: FigureName[]
  versions: ReturnVersion[]
}

/** What a place of her region reports of a month, with what each place below says; 404 outside her region. */
export async function getReturn({
  actor,
  month,
  code,
  locale,
}: {
  actor: Actor
  month: Day
  code: string
  locale: Locale
}): Promise<ReturnPage> {
  return inScope(actor, async (tx) => {
    const place = await findPlace(tx, actor, code)
    const below = await findPlacesBelow(tx, place, toDateColumn(month))
    const known = await findNewestReturns(tx, { month, regionIds: below.map(({ id }) => id) })
    const versions = await findVersions(tx, { month, regionIds: [place.id] })
    const newest = versions.at(-1) ?? null
    const own = (await findOwnFigures(tx, { month, regionIds: [place.id] })).get(place.id) ?? noFigures
    const frozen = newest && (await findFrozenRows(tx, newest.id))
    const nameOf = ({ nameZh, nameEn }: ReportPlace) => (locale === 'en' && nameEn) || nameZh
    const rows = below.map((one): ReturnRow => {
      const reported = known.find(({ regionId }) => regionId === one.id) ?? null
      return {
        code: one.code,
        name: nameOf(one),
        isOwn: false,
        ...rowOf(reported, frozen?.get(one.id) ?? null),
      }
    })
    const ownFrozen = frozen?.get(place.id)?.figures ?? null
    const ownRow: ReturnRow = {
      code: place.code,
      name: nameOf(place),
      isOwn: true,
      state: 'own',
      version: newest?.version ?? 0,
      figures: ownFrozen ?? own,
      isNewer: false,
    }
    return {
      month,
      regionId: place.id,
      code: place.code,
      name: nameOf(place),
      level: place.level,
      above: place.above,
      isOver: nextMonthStart(month) <= dayOf(await appNow(tx)),
      version: newest?.version ?? 0,
      isLocked: newest?.lockedAt != null,
      rows: [...rows, ownRow],
      total: newest?.figures ?? sumFigures([...rows, ownRow].map(({ figures }) => figures ?? noFigures)),
      changed: ownFrozen ? differingFigures(ownFrozen, own) : [],
      versions: await findWho(tx, versions),
    }
  })
}

type FrozenRow = { childId: string | null; isMissing: boolean; figures: Figures }

async function findFrozenRows(tx: Tx, returnId: string): Promise<Map<string, FrozenRow>> {
  const rows = await tx.monthlyReturnRow.findMany({ where: { returnId } })
  return new Map(
    rows.map((row) => [
      row.regionId,
      { childId: row.childId, isMissing: row.isMissing, figures: readFigures(row) },
    ]),
  )
}

/** A confirmed return shows what it took in; one that is not shows what is reported below. */
function rowOf(
  reported: KnownReturn | null,
  frozen: FrozenRow | null,
): Pick<ReturnRow, 'state' | 'version' | 'figures' | 'isNewer'> {
  const state = reported === null ? 'waiting' : reported.lockedAt ? 'locked' : 'confirmed'
  if (frozen === null)
    return { state, version: reported?.version ?? 0, figures: reported?.figures ?? null, isNewer: false }
  return {
    state: frozen.isMissing ? 'missing' : state,
    version: reported?.version ?? 0,
    figures: frozen.isMissing ? null : frozen.figures,
    isNewer: (reported?.id ?? null) !== frozen.childId,
  }
}

async function findWho(tx: Tx, versions: readonly KnownReturn[]): Promise<ReturnVersion[]> {
  const names = await findStaffNames(
    tx,
    versions.flatMap(({ confirmedById, lockedById }) => [confirmedById, lockedById]),
  )
  return versions
    .map(({ version, reason, confirmedById, confirmedAt, lockedById, lockedAt }) => ({
      version,
      reason,
      confirmedBy: names.get(confirmedById) ?? null,
      confirmedAt: confirmedAt.toISOString(),
      lockedBy: names.get(lockedById ?? '') ?? null,
      lockedAt: lockedAt?.toISOString() ?? null,
    }))
    .reverse()
}

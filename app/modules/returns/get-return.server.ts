import type { Actor } from '~/modules/auth/actor'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { type Day, dayOf, nextMonthStart, startOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { differingFigures, type FigureName, type Figures, noFigures, sumFigures } from './figures'
import { readFigures } from './find-own-figures.server'
import { findPending } from './find-pending.server'
import { findPlace, type ReportLevel, type ReportPlace } from './find-place.server'
import { findVersions, type KnownReturn } from './find-returns.server'
import { type FigureGroup, hiddenOf } from './small-rows'

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
  /** brought back by the form that confirms (findPending) */
  seen: string
  isLocked: boolean
  rows: ReturnRow[]
  /** of the newest version, or what it would be if it were confirmed now */
  total: Figures
  /** figures of the place itself that are counted otherwise now than when it was confirmed */
  changed: FigureName[]
  versions: ReturnVersion[]
  /** what the table of the place above leaves out of its row, when it leaves the desk */
  hiddenAbove: FigureGroup[]
  /** nobody is in two of its rows: no person or household earned in two places in the month, and nobody was paid in two */
  isApart: boolean
}

/** What a place of her region reports of a month, with what each place below says; 404 outside her region. */
export async function getReturn(which: Which): Promise<ReturnPage> {
  return inScope(which.actor, (tx) => readReturn(tx, which))
}

type Which = {
  actor: Actor
  month: Day
  code: string
  locale: Locale
}

async function readReturn(tx: Tx, which: Which): Promise<ReturnPage> {
  const { actor, month, code, locale } = which
  const place = await findPlace(tx, actor, code)
  const { below, known, own, seen } = await findPending(tx, { month, place })
  const versions = await findVersions(tx, { month, regionIds: [place.id] })
  const newest = versions.at(-1) ?? null
  const frozen = newest === null ? null : await findFrozenRows(tx, newest.id)
  const ownFrozen = frozen?.find(({ regionId }) => regionId === place.id)?.figures ?? null
  const rows =
    frozen === null ? pendingRows(below, known, locale) : frozenRows(frozen, { place, below, known, locale })
  const ownRow: ReturnRow = {
    code: place.code,
    name: nameOf(place, locale),
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
    name: nameOf(place, locale),
    level: place.level,
    above: place.above,
    isOver: nextMonthStart(month) <= dayOf(await appNow(tx)),
    version: newest?.version ?? 0,
    seen,
    isLocked: newest?.lockedAt != null,
    rows: [...rows, ownRow],
    total: newest?.figures ?? sumFigures([...rows, ownRow].map(({ figures }) => figures ?? noFigures)),
    changed: ownFrozen ? differingFigures(ownFrozen, own) : [],
    versions: await findWho(tx, versions),
    hiddenAbove: await findHiddenAbove(tx, which, place),
    isApart: await isApart(tx, { month, regionId: place.id }),
  }
}

/**
 * What the table of the place above leaves out of this one's row. Above her own region it is looked at as the city sees it, so that what her county hands on does not tell what the city's table leaves out of
 * another: which groups of figures those are is all that comes of it.
 */
async function findHiddenAbove(tx: Tx, which: Which, { above, code }: ReportPlace): Promise<FigureGroup[]> {
  if (above !== null) return hiddenOf(await readReturn(tx, { ...which, code: above }), code)
  const [over] = await tx.$queryRaw<{ code: string; path: string }[]>`
    SELECT p.code, c.path::text FROM "Region" r JOIN "Region" p ON p.id = r."parentId" AND p.level IN ('city', 'county', 'town') JOIN "Region" c ON p.path <@ c.path AND c.level = 'city' WHERE r.code = ${code}`
  if (!over) return []
  const actor: Actor = { ...which.actor, regionPath: over.path, scope: { region: over.path } }
  return withinScope(tx, actor.scope, async () =>
    hiddenOf(await readReturn(tx, { ...which, actor, code: over.code }), code),
  )
}

/** Whether nobody stands in two rows of a place's month, as somebody would who moved in it: the rule for small figures is another then. */
async function isApart(tx: Tx, { month, regionId }: { month: Day; regionId: string }): Promise<boolean> {
  const [from, to] = [toDateColumn(month), toDateColumn(nextMonthStart(month))]
  const [row] = await tx.$queryRaw<{ isApart: boolean }[]>`
    WITH place AS (SELECT r.id FROM "Region" r WHERE r.path <@ (SELECT path FROM "Region" WHERE id = ${regionId}::uuid)),
    share AS (SELECT a."personId", a."householdId", a."regionId" FROM "CountedShare" a WHERE a."regionId" IN (SELECT id FROM place) AND a."earnedOn" >= ${from}::date AND a."earnedOn" < ${to}::date)
    SELECT NOT (EXISTS (SELECT 1 FROM share WHERE "personId" IS NOT NULL GROUP BY "personId" HAVING count(DISTINCT "regionId") > 1)
      OR EXISTS (SELECT 1 FROM share WHERE "householdId" IS NOT NULL GROUP BY "householdId" HAVING count(DISTINCT "regionId") > 1)
      OR EXISTS (SELECT 1 FROM "PayoutLineEvent" v JOIN "PayoutLine" l ON l.id = v."payoutLineId" WHERE v."regionId" IN (SELECT id FROM place) AND v.state IN ('paid', 'returned')
        AND v.at >= ${startOf(month)} AND v.at < ${startOf(nextMonthStart(month))} GROUP BY l."partyId" HAVING count(DISTINCT v."regionId") > 1)) AS "isApart"`
  return row?.isApart ?? false
}

type Named = { code: string; nameZh: string; nameEn: string | null }
type FrozenRow = {
  regionId: string
  childId: string | null
  isMissing: boolean
  figures: Figures
  region: Named
}

const nameOf = ({ nameZh, nameEn }: Named, locale: Locale) => (locale === 'en' && nameEn) || nameZh

async function findFrozenRows(tx: Tx, returnId: string): Promise<FrozenRow[]> {
  const rows = await tx.monthlyReturnRow.findMany({
    where: { returnId },
    include: { region: { select: { code: true, nameZh: true, nameEn: true } } },
    orderBy: { region: { code: 'asc' } },
  })
  return rows.map((row) => ({
    regionId: row.regionId,
    childId: row.childId,
    isMissing: row.isMissing,
    figures: readFigures(row),
    region: row.region,
  }))
}

const stateOf = (reported: KnownReturn | undefined) =>
  reported === undefined ? 'waiting' : reported.lockedAt ? 'locked' : 'confirmed'

/** What the places below report now. */
function pendingRows(
  below: readonly ReportPlace[],
  known: readonly KnownReturn[],
  locale: Locale,
): ReturnRow[] {
  return below.map((place) => {
    const reported = known.find(({ regionId }) => regionId === place.id)
    return {
      code: place.code,
      name: nameOf(place, locale),
      isOwn: false,
      state: stateOf(reported),
      version: reported?.version ?? 0,
      figures: reported?.figures ?? null,
      isNewer: false,
    }
  })
}

/** What the return took in when it was confirmed, wherever those places lie now; and, without figures, who has come to report since. */
function frozenRows(
  frozen: readonly FrozenRow[],
  {
    place,
    below,
    known,
    locale,
  }: { place: ReportPlace; below: readonly ReportPlace[]; known: readonly KnownReturn[]; locale: Locale },
): ReturnRow[] {
  const taken = frozen
    .filter(({ regionId }) => regionId !== place.id)
    .map(({ regionId, childId, isMissing, figures, region }): ReturnRow => {
      const reported = known.find((one) => one.regionId === regionId)
      return {
        code: region.code,
        name: nameOf(region, locale),
        isOwn: false,
        state: isMissing ? 'missing' : stateOf(reported),
        version: reported?.version ?? 0,
        figures: isMissing ? null : figures,
        isNewer: (reported?.id ?? null) !== childId,
      }
    })
  const since = below.filter(({ id }) => frozen.every(({ regionId }) => regionId !== id))
  const late = pendingRows(since, known, locale).map((row) => ({
    ...row,
    figures: null,
    isNewer: row.version > 0,
  }))
  return [...taken, ...late]
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

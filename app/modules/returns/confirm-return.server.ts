import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { type Day, dayOf, nextMonthStart, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { type Figures, noFigures, sumFigures } from './figures'
import { findOwnFigures } from './find-own-figures.server'
import { findPending } from './find-pending.server'
import { findPlace, findPlacesBelow, type ReportPlace } from './find-place.server'
import { findNewestReturns, type KnownReturn } from './find-returns.server'
import { lockMonth } from './lock-month.server'

type ConfirmReturnInput = {
  actor: Actor
  /** its first day */
  month: Day
  /** statistical code of the place that reports */
  code: string
  /** codes of the places below that are said not to have reported */
  missing: readonly string[]
  /** the version that she saw; 0 for none */
  seenVersion: number
  /** what she saw that she would confirm: findPending's `seen` */
  seen: string
  /** why there is to be another version; '' on the first */
  reason: string
}

type Row = { regionId: string; childId: string | null; isMissing: boolean; figures: Figures }

/**
 * Confirms what a place of her region reports of a month: the newest returns of the places below, which are locked by it, and what belongs to the place itself, frozen as it is counted now. A second
 * time it is another version, which needs a reason; the earlier ones stay. Refuses a month that is not over (409), a place below that has neither reported nor been said not to (409,
 * naming it), a page that somebody else was quicker than (409, saying who), and figures that are others than she saw (409). A place outside her region is not found.
 */
export async function confirmReturn({
  actor,
  month,
  code,
  missing,
  seenVersion,
  seen,
  reason,
}: ConfirmReturnInput): Promise<void> {
  await inScope(actor, async (tx) => {
    const place = await findPlace(tx, actor, code)
    await assertOver(tx, month)
    // those below first, as confirmBelow does: nobody amends what is just being taken in
    for (const below of await findPlacesBelow(tx, place, toDateColumn(month)))
      await lockMonth(tx, month, below)
    await lockMonth(tx, month, place)
    const [newest] = await findNewestReturns(tx, { month, regionIds: [place.id] })
    if ((newest?.version ?? 0) !== seenVersion) throw await raced(tx, newest)
    if ((await findPending(tx, { month, place })).seen !== seen)
      throw new Refusal('returns.figuresMoved', 409)
    if (newest && reason === '') throw new Refusal('returns.reasonNeeded', 422, {}, 'reason')
    await writeReturn(tx, { actor, month, place, missing, newest, reason })
  })
}

/**
 * Confirms, from the villages up, the month of every place below one of her region that has not reported, in her own name: where nobody sits in the village or the town. All of them or none. What has
 * reported stays as it is. Refuses a month that is not over (409).
 */
export async function confirmBelow({
  actor,
  month,
  code,
}: {
  actor: Actor
  month: Day
  code: string
}): Promise<void> {
  await inScope(
    actor,
    async (tx) => {
      const place = await findPlace(tx, actor, code)
      await assertOver(tx, month)
      for (const below of await findPlacesBelow(tx, place, toDateColumn(month)))
        await confirmSilent(tx, { actor, month, place: below })
    },
    { timeout: 60_000 },
  )
}

type Silent = { actor: Actor; month: Day; place: ReportPlace }

async function confirmSilent(tx: Tx, { actor, month, place }: Silent): Promise<void> {
  const [known] = await findNewestReturns(tx, { month, regionIds: [place.id] })
  if (known) return
  for (const below of await findPlacesBelow(tx, place, toDateColumn(month)))
    await confirmSilent(tx, { actor, month, place: below })
  await lockMonth(tx, month, place)
  const [newest] = await findNewestReturns(tx, { month, regionIds: [place.id] })
  if (!newest) await writeReturn(tx, { actor, month, place, missing: [], newest, reason: '' })
}

type Written = Silent & { missing: readonly string[]; newest: KnownReturn | undefined; reason: string }

/** Freezes the newest returns below, which are locked by it, and what belongs to the place itself. */
async function writeReturn(tx: Tx, { actor, month, place, missing, newest, reason }: Written): Promise<void> {
  const monthDay = toDateColumn(month)
  const below = await findPlacesBelow(tx, place, monthDay)
  const known = await findNewestReturns(tx, { month, regionIds: below.map(({ id }) => id) })
  const rows = rowsBelow(below, known, missing)
  const own = (await findOwnFigures(tx, { month, regionIds: [place.id] })).get(place.id) ?? noFigures
  rows.push({ regionId: place.id, childId: null, isMissing: false, figures: own })
  const version = (newest?.version ?? 0) + 1
  const why = newest ? reason : null
  const { id } = await tx.monthlyReturn.create({
    data: {
      month: monthDay,
      regionId: place.id,
      version,
      reason: why,
      confirmedById: actor.userId,
      ...sumFigures(rows.map(({ figures }) => figures)),
    },
    select: { id: true },
  })
  await tx.monthlyReturnRow.createMany({
    data: rows.map(({ figures, ...row }) => ({ returnId: id, ...row, ...figures })),
  })
  await tx.monthlyReturn.updateMany({
    where: { id: { in: known.map((one) => one.id) }, lockedAt: null },
    data: { lockedById: actor.userId, lockedAt: await appNow(tx) },
  })
  await recordAudit(tx, {
    actor,
    action: newest ? 'return.amended' : 'return.confirmed',
    subject: { type: 'MonthlyReturn', id },
    reason: why,
    detail: { month, place: place.code, version },
  })
}

async function assertOver(tx: Tx, month: Day): Promise<void> {
  if (nextMonthStart(month) > dayOf(await appNow(tx))) throw new Refusal('returns.notOver', 409)
}

async function raced(tx: Tx, newest: KnownReturn | undefined): Promise<Refusal> {
  const names = await findStaffNames(tx, [newest?.confirmedById ?? null])
  const who = names.get(newest?.confirmedById ?? '')
  return who === undefined ? new Refusal('returns.raced', 409) : new Refusal('returns.racedBy', 409, { who })
}

/** A row for every place below; refuses one that is neither here nor said to be missing. */
function rowsBelow(
  below: readonly ReportPlace[],
  known: readonly KnownReturn[],
  missing: readonly string[],
): Row[] {
  const returns = new Map(known.map((one) => [one.regionId, one]))
  const silent = below.filter(({ id, code }) => !returns.has(id) && !missing.includes(code))
  if (silent.length > 0)
    throw new Refusal('returns.waitsFor', 409, { places: silent.map(({ nameZh }) => nameZh) })
  return below.map(({ id }) => {
    const found = returns.get(id)
    return found
      ? { regionId: id, childId: found.id, isMissing: false, figures: found.figures }
      : { regionId: id, childId: null, isMissing: true, figures: noFigures }
  })
}

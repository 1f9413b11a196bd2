import type { Actor } from '~/modules/auth/actor'
import type { Day } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import type { Locale } from '~/platform/i18n/locale'
import type { Figures } from './figures'
import { readFigures } from './find-own-figures.server'
import { findPlace, type ReportLevel } from './find-place.server'
import { findVersions, type KnownReturn } from './find-returns.server'

/** A row of an earlier version, and what the version after it says of the same place. */
export type VersionRow = {
  code: string
  name: string
  isOwn: boolean
  /** of the return below that was taken in; null for the place itself and for one that did not report */
  version: number | null
  /** null when nobody reported, or the place is in the next version alone */
  figures: Figures | null
  next: Figures | null
}

/** An earlier version of a return, as it was confirmed. */
export type ReturnVersionPage = {
  month: Day
  code: string
  name: string
  level: ReportLevel
  version: number
  rows: VersionRow[]
  total: Figures
  nextTotal: Figures
  /** why the next version was made */
  nextReason: string | null
}

/** A version of a place's return that another has replaced, beside the one after it. 404 outside her region, and for the newest, which is the page of the return itself. */
export async function getReturnVersion({
  actor,
  month,
  code,
  version,
  locale,
}: {
  actor: Actor
  month: Day
  code: string
  version: number
  locale: Locale
}): Promise<ReturnVersionPage> {
  return inScope(actor, async (tx) => {
    const place = await findPlace(tx, actor, code)
    const versions = await findVersions(tx, { month, regionIds: [place.id] })
    const one = versions.find((each) => each.version === version)
    const next = versions.find((each) => each.version === version + 1)
    if (!one || !next) throw notFound()
    const nameOf = (region: { nameZh: string; nameEn: string | null }) =>
      (locale === 'en' && region.nameEn) || region.nameZh
    const [rows, nextRows] = [await readRows(tx, one), await readRows(tx, next)]
    const all = new Map([...nextRows, ...rows].map((row) => [row.regionId, row]))
    return {
      month,
      code: place.code,
      name: nameOf(place),
      level: place.level,
      version,
      rows: [...all.values()]
        .sort((a, b) => Number(a.isOwn) - Number(b.isOwn) || a.region.code.localeCompare(b.region.code))
        .map(({ regionId, isOwn, region }) => {
          const row = rows.find((each) => each.regionId === regionId)
          return {
            code: region.code,
            name: nameOf(region),
            isOwn,
            version: row?.version ?? null,
            figures: row?.figures ?? null,
            next: nextRows.find((each) => each.regionId === regionId)?.figures ?? null,
          }
        }),
      total: one.figures,
      nextTotal: next.figures,
      nextReason: next.reason,
    }
  })
}

async function readRows(tx: Tx, { id, regionId }: KnownReturn) {
  const rows = await tx.monthlyReturnRow.findMany({
    where: { returnId: id },
    include: {
      region: { select: { code: true, nameZh: true, nameEn: true } },
      child: { select: { version: true } },
    },
  })
  return rows.map((row) => ({
    regionId: row.regionId,
    region: row.region,
    isOwn: row.regionId === regionId,
    version: row.child?.version ?? null,
    figures: row.isMissing ? null : readFigures(row),
  }))
}

import { z } from 'zod'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { inScope } from '~/platform/db/in-scope.server'
import { type Prisma, prisma } from '~/platform/db/prisma.server'
import { type AlertKind, alertKinds, privacyKinds } from './alert-kinds'

/** Who asks: her role, and her region where she has one. */
export type AlertReader = { userId: string; role: string; regionPath: string | null }

export type AlertRow = {
  id: string
  kind: AlertKind
  /** the row's own id, as the books and the provider's screens know it */
  subjectId: string
  at: string
  /** minor units, where it is about money */
  amountMinor: number | null
  currency: string | null
  /** the provider's or the bank's word, a list of methods or orders, a version */
  word: string | null
  /** whom of the staff it is about, by name */
  staffName: string | null
  note: string | null
}

export type Alerts = { open: AlertRow[]; openCount: number; closed: AlertRow[] }

const shown = 100

/** What staff like her was called to, the longest waiting first, and what was lately dealt with. */
export async function findAlerts({ actors }: { actors: readonly AlertReader[] }): Promise<Alerts> {
  const hers = await alertsOf(actors)
  const [open, openCount, closed] = await Promise.all([
    prisma.alert.findMany({
      where: { ...hers, closedAt: null },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      take: shown,
    }),
    prisma.alert.count({ where: { ...hers, closedAt: null } }),
    prisma.alert.findMany({
      where: { ...hers, closedAt: { not: null } },
      orderBy: [{ closedAt: 'desc' }, { id: 'desc' }],
      take: 20,
    }),
  ])
  const staff = [...open, ...closed].flatMap((row) => (row.kind === 'revealed_often' ? row.subjectId : []))
  const names = await prisma.$transaction((tx) => findStaffNames(tx, staff))
  const rows = (found: FoundRow[]) => found.flatMap((row) => rowOf(row, names))
  return { open: rows(open), openCount, closed: rows(closed) }
}

/** Alerts of hers that nobody has dealt with yet. */
export async function countAlerts({ actors }: { actors: readonly AlertReader[] }): Promise<number> {
  return prisma.alert.count({ where: { ...(await alertsOf(actors)), closedAt: null } })
}

/**
 * Which alerts are for somebody, by all her roles: finance those about money, the administration those about people of the house, a coordinator those about staff of places below her own and about cards and owners of shops in her region; an
 * administrator of a region is told of its staff alone. Nobody sees the ones about herself.
 */
export async function alertsOf(readers: readonly AlertReader[]): Promise<Prisma.AlertWhereInput> {
  return { OR: await Promise.all(readers.map(alertsOfRole)) }
}

async function alertsOfRole({ role, userId, regionPath }: AlertReader): Promise<Prisma.AlertWhereInput> {
  if (role === 'finance') return { kind: { notIn: [...privacyKinds] } }
  if (role === 'admin' && regionPath === null)
    return { kind: { in: [...privacyKinds] }, subjectId: { not: userId } }
  if ((role !== 'coordinator' && role !== 'admin') || regionPath === null) return { id: { in: [] } }
  const isWider = role === 'admin'
  const below = await inScope(
    { region: regionPath },
    (tx) => tx.$queryRaw<{ userId: string }[]>`
    SELECT DISTINCT r."userId" FROM "UserRole" r JOIN "Region" g ON g.id = r."regionId"
    WHERE g.path <@ ${regionPath}::ltree AND (${isWider} OR g.path <> ${regionPath}::ltree) AND r."userId" <> ${userId}::uuid`,
  )
  const staff = { kind: 'revealed_often', subjectId: { in: below.map((one) => one.userId) } }
  return { OR: [staff, { id: { in: await findShopAlerts(regionPath) } }] }
}

/** Of shops in the region, as far as screens show them. */
async function findShopAlerts(regionPath: string): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    SELECT a.id::text FROM "Alert" a LEFT JOIN "Party" y ON y.id::text = a."subjectId"
    JOIN "Seller" s ON s.id = coalesce(y."sellerId", CASE WHEN a."subjectType" = 'Seller' THEN a."subjectId"::uuid END) JOIN "Region" g ON g.id = s."regionId"
    WHERE a.kind IN ('card_changed', 'owner_left') AND g.path <@ ${regionPath}::ltree AND (a."closedAt" IS NULL OR a."closedAt" > app_now() - interval '90 days')
    ORDER BY a.at DESC LIMIT 500`
  return rows.map(({ id }) => id)
}

const Detail = z.record(z.string(), z.unknown())

const isKind = (kind: string): kind is AlertKind => alertKinds.some((known) => known === kind)

type FoundRow = {
  id: string
  kind: string
  subjectId: string
  at: Date
  detail: unknown
  note: string | null
}

function rowOf(row: FoundRow, names: ReadonlyMap<string, string>): AlertRow[] {
  if (!isKind(row.kind)) return []
  const detail = Detail.parse(row.detail)
  const text = (name: string) => {
    const value = detail[name]
    return typeof value === 'string' ? value : null
  }
  const amount = text('amountMinor')
  return [
    {
      id: row.id,
      kind: row.kind,
      subjectId: row.subjectId,
      at: row.at.toISOString(),
      amountMinor: amount === null ? null : Number(amount),
      currency: text('currency'),
      word: text('reason') ?? text('missing') ?? text('theirs') ?? text('orders') ?? text('cause'),
      staffName: row.kind === 'revealed_often' ? (names.get(row.subjectId) ?? null) : null,
      note: row.note,
    },
  ]
}

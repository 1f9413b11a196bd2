import type { SellerKind } from '~/generated/prisma/enums'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { readSecret } from '~/modules/people/read-secret.server'
import { findShopLicences, type Licence } from '~/modules/sellers/find-shop-licences.server'
import { type Day, dayOf, fromDateColumn, startOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { toSafeNumber } from '~/platform/money'
import { quarterBefore, quarterStart } from './quarters'

export type ReportRow = {
  sellerId: string
  kind: SellerKind
  name: string
  /** identity number by its last four; null when it is not known here */
  maskedNumber: string | null
  /** null when the shop was opened without an application */
  licence: Licence | null
  orders: number
  incomeFen: number
  refundsFen: number
  commissionFen: number
  brokerFen: number
  netFen: number
}

export type ReportPage = {
  quarter: Day
  /** those that have begun, newest first */
  quarters: Day[]
  /** newest first */
  versions: { version: number; madeAt: string; who: string; reason: string | null; isWhole: boolean }[]
  /** the version that is shown; null before there is one */
  report: {
    id: string
    version: number
    isWhole: boolean
    rows: ReportRow[]
    total: number
    sums: Sums
  } | null
}

type Sums = Pick<ReportRow, 'orders' | 'incomeFen' | 'refundsFen' | 'commissionFen' | 'brokerFen' | 'netFen'>

const quartersBack = 12
const shownRows = 200

/** What is told of a quarter, by version; without one the newest. The last quarter that is over when none is asked for. A quarter that has not begun, and a version that was not made, are not found. */
export async function findReport({
  quarter: asked,
  version,
}: {
  quarter: Day | null
  version: number | null
}): Promise<ReportPage> {
  const page = await inScope({ job: 'payout' }, async (tx) => {
    const now = await appNow(tx)
    const present = quarterStart(dayOf(now))
    const quarter = asked ?? quarterBefore(present)
    if (startOf(quarter) > now) throw notFound()
    const quarters = [present]
    while (quarters.length < quartersBack) quarters.push(quarterBefore(quarters.at(-1) ?? present))
    const made = await tx.platformReport.findMany({
      where: { quarter: toDateColumn(quarter) },
      orderBy: { version: 'desc' },
      select: { id: true, version: true, madeAt: true, madeById: true, reason: true, isWhole: true },
    })
    const shown = version === null ? made[0] : made.find((one) => one.version === version)
    if (version !== null && !shown) throw notFound()
    const names = await findStaffNames(
      tx,
      made.map(({ madeById }) => madeById),
    )
    return {
      quarter,
      quarters,
      versions: made.map((one) => ({
        version: one.version,
        madeAt: one.madeAt.toISOString(),
        who: names.get(one.madeById) ?? '',
        reason: one.reason,
        isWhole: one.isWhole,
      })),
      report: shown ? { ...shown, ...(await readRows(tx, shown.id)) } : null,
    }
  })
  const { report } = page
  if (!report) return { ...page, report }
  const licences = await findShopLicences(report.rows.map(({ sellerId }) => sellerId))
  const rows = report.rows.map((row) => ({ ...row, licence: licences.get(row.sellerId) ?? null }))
  return { ...page, report: { ...report, rows } }
}

async function readRows(tx: Tx, reportId: string) {
  const shown: Omit<ReportRow, 'licence'>[] = []
  for (const { ownerId, ...row } of await findReportRows(tx, { reportId, after: null, most: shownRows })) {
    const number = ownerId && (await readSecret(tx, { personId: ownerId, field: 'id_number' }))
    shown.push({
      ...row,
      maskedNumber: number ? `${'*'.repeat(number.length - 4)}${number.slice(-4)}` : null,
    })
  }
  return { rows: shown, ...(await sumReport(tx, reportId)) }
}

/** So many rows of a version, largest income first, behind the seller `after`. Needs the job scope `payout`. */
export async function findReportRows(
  tx: Tx,
  { reportId, after, most }: { reportId: string; after: string | null; most: number },
) {
  const found = await tx.platformReportRow.findMany({
    where: { reportId },
    orderBy: [{ incomeFen: 'desc' }, { sellerId: 'asc' }],
    ...(after === null ? {} : { cursor: { reportId_sellerId: { reportId, sellerId: after } }, skip: 1 }),
    take: most,
  })
  return found.map(({ reportId: _, incomeFen, refundsFen, commissionFen, brokerFen, netFen, ...row }) => ({
    ...row,
    incomeFen: toSafeNumber(incomeFen),
    refundsFen: toSafeNumber(refundsFen),
    commissionFen: toSafeNumber(commissionFen),
    brokerFen: toSafeNumber(brokerFen),
    netFen: toSafeNumber(netFen),
  }))
}

/** How many rows a version has, and their sums. Needs the job scope `payout`. */
export async function sumReport(tx: Tx, reportId: string): Promise<{ total: number; sums: Sums }> {
  const fen = {
    incomeFen: true,
    refundsFen: true,
    commissionFen: true,
    brokerFen: true,
    netFen: true,
  } as const
  const { _count, _sum } = await tx.platformReportRow.aggregate({
    where: { reportId },
    _count: true,
    _sum: { orders: true, ...fen },
  })
  return {
    total: _count,
    sums: {
      orders: _sum.orders ?? 0,
      incomeFen: toSafeNumber(_sum.incomeFen ?? 0n),
      refundsFen: toSafeNumber(_sum.refundsFen ?? 0n),
      commissionFen: toSafeNumber(_sum.commissionFen ?? 0n),
      brokerFen: toSafeNumber(_sum.brokerFen ?? 0n),
      netFen: toSafeNumber(_sum.netFen ?? 0n),
    },
  }
}

/** A version by its id. Needs the job scope `payout`. */
export async function findVersion(tx: Tx, reportId: string) {
  const found = await tx.platformReport.findUnique({
    where: { id: reportId },
    select: { quarter: true, version: true, isWhole: true },
  })
  if (!found) throw notFound()
  return { ...found, quarter: fromDateColumn(found.quarter) }
}

import type { Role } from '~/generated/prisma/enums'
import { countWaitingRefunds } from '~/modules/aftersales/find-waiting-refunds.server'
import { countAlerts } from '~/modules/alerts/find-alerts.server'
import { countApplications } from '~/modules/applications/find-applications.server'
import type { Actor } from '~/modules/auth/actor'
import { findOwnName } from '~/modules/auth/find-own-profile.server'
import { allows, type Permission } from '~/modules/auth/permissions'
import { countReviews } from '~/modules/catalog/count-reviews.server'
import { countDictations } from '~/modules/catalog/find-dictations.server'
import { countDisputes } from '~/modules/disputes/find-disputes.server'
import { countFlags } from '~/modules/flags/find-flags.server'
import { countUnverified } from '~/modules/households/count-unverified.server'
import { countInvoices } from '~/modules/invoices/find-invoices.server'
import { countDifferences } from '~/modules/reconciliation/count-differences.server'
import { findPlaceNames } from '~/modules/regions/find-place-names.server'
import { countReports } from '~/modules/reports/find-reports.server'
import { countSlips } from '~/modules/transfers/find-transfers.server'
import { inOneLook } from '~/platform/db/one-look.server'
import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'

/** The places of the desk. */
const deskPlaces = [
  'today',
  'listings',
  'dictations',
  'applications',
  'records',
  'sellers',
  'households',
  'sales',
  'incomes',
  'returns',
  'flags',
  'points',
  'questions',
  'reports',
  'alerts',
  'disputes',
  'refunds',
  'transfers',
  'invoices',
  'payouts',
  'ledger',
  'reconciliation',
  'translations',
  'platformReport',
  'audit',
  'admin',
] as const
export type DeskPlaceName = (typeof deskPlaces)[number]

const neededFor = {
  today: 'today:read',
  listings: 'listing:review',
  dictations: 'listing:review',
  applications: 'application:judge',
  records: 'application:judge',
  sellers: 'seller:read',
  households: 'household:read',
  sales: 'sales:read',
  incomes: 'return:confirm',
  returns: 'return:confirm',
  flags: 'flag:decide',
  points: 'point:revoke',
  questions: 'question:hide',
  reports: 'report:handle',
  alerts: 'alert:read',
  disputes: 'dispute:answer',
  refunds: 'refund:order',
  transfers: 'transfer:settle',
  invoices: 'invoice:issue',
  payouts: 'payout:read',
  ledger: 'ledger:read',
  reconciliation: 'reconciliation:run',
  translations: 'text:translate',
  platformReport: 'platform:report',
  audit: 'audit:read',
  admin: 'admin:use',
} as const satisfies Record<DeskPlaceName, Permission>

/** Around every page of the desk: where she may go and how much waits there, whose desk it is, and the region it covers. */
export type DeskFrameView = {
  places: { name: DeskPlaceName; count: number }[]
  /** null for duties without a region */
  region: { name: string; towns: number; villages: number } | null
  /** of a coordinator: the other regions that she was given */
  otherRegions: { id: string; name: string }[]
  name: string | null
  role: Role
}

/** `actors` are all her roles; the first that has a desk is the one she is shown in. */
export function findDeskFrame(whose: FrameOf): Promise<DeskFrameView> {
  return inOneLook(() => readDeskFrame(whose), whose.of)
}

type FrameOf = {
  actors: readonly Actor[]
  locale: Locale
  /** the request of which it is a part */
  of?: object
}

async function readDeskFrame({ actors, locale }: FrameOf): Promise<DeskFrameView> {
  const first = actors.find(({ role }) => allows(role, 'desk:use'))
  if (!first || first.role === 'agent') throw new Error('a desk has somebody who may use it')
  const coordinator = actors.find(({ role, regionId }) => role === 'coordinator' && regionId !== null)
  const others = actors.flatMap(({ role, regionId }) =>
    role === 'coordinator' && regionId && regionId !== coordinator?.regionId ? [regionId] : [],
  )
  const approver = actors.find(({ role }) => allows(role, 'payout:approve'))
  const reconciler = actors.find(({ role }) => allows(role, 'reconciliation:run'))
  const isCalled = actors.some(({ role }) => allows(role, 'alert:read'))
  const settler = actors.find(({ role }) => allows(role, 'transfer:settle'))
  const handler = actors.find(({ role }) => allows(role, 'report:handle'))
  const answerer = actors.find(({ role }) => allows(role, 'dispute:answer'))
  const [
    name,
    region,
    otherRegions,
    reviews,
    unverified,
    payouts,
    differences,
    alerts,
    disputes,
    refunds,
    transfers,
    invoices,
    reports,
    flags,
    dictations,
    applications,
  ] = await Promise.all([
    findOwnName({ actor: first }),
    coordinator?.regionId ? findReach(coordinator.regionId, locale) : null,
    findOthers(others, locale),
    coordinator ? countReviews({ actor: coordinator }) : 0,
    coordinator ? countUnverified({ actor: coordinator }) : 0,
    approver ? countUnsigned(approver) : 0,
    reconciler ? countDifferences() : 0,
    isCalled ? countAlerts({ actors }) : 0,
    answerer ? countDisputes() : 0,
    actors.some(({ role }) => allows(role, 'refund:order')) ? countWaitingRefunds() : 0,
    settler ? countSlips() : 0,
    actors.some(({ role }) => allows(role, 'invoice:issue')) ? countInvoices() : 0,
    handler ? countReports({ actor: handler }) : 0,
    coordinator ? countFlags({ actor: coordinator }) : 0,
    coordinator ? countDictations({ actor: coordinator }) : 0,
    coordinator ? countApplications({ actor: coordinator }) : 0,
  ])
  const counts: Partial<Record<DeskPlaceName, number>> = {
    listings: reviews,
    households: unverified,
    payouts,
    reconciliation: differences,
    alerts,
    disputes,
    refunds,
    transfers,
    invoices,
    reports,
    flags,
    dictations,
    applications,
  }
  const places = deskPlaces.filter((place) => actors.some(({ role }) => allows(role, neededFor[place])))
  return {
    places: places.map((place) => ({ name: place, count: counts[place] ?? 0 })),
    region,
    otherRegions,
    name,
    role: first.role,
  }
}

/** Batches that somebody else prepared and that wait for her signature. */
async function countUnsigned({ userId }: Actor): Promise<number> {
  return prisma.payoutBatch.count({ where: { state: 'prepared', preparedById: { not: userId } } })
}

async function findOthers(ids: readonly string[], locale: Locale) {
  if (ids.length === 0) return []
  const names = await findPlaceNames(prisma, ids)
  return [...names].map(([id, { zh, en }]) => ({ id, name: locale === 'en' ? en : zh }))
}

async function findReach(regionId: string, locale: Locale) {
  const [row] = await prisma.$queryRaw<
    { nameZh: string; nameEn: string | null; towns: number; villages: number }[]
  >`
    SELECT g."nameZh", g."nameEn",
      (SELECT count(*) FROM "Region" r WHERE r.path <@ g.path AND r.id <> g.id AND r.level = 'town' AND r."validTo" IS NULL)::int AS towns,
      (SELECT count(*) FROM "Region" r WHERE r.path <@ g.path AND r.id <> g.id AND r.level = 'village' AND r."validTo" IS NULL)::int AS villages
    FROM "Region" g WHERE g.id = ${regionId}::uuid`
  if (!row) return null
  const { nameZh, nameEn, towns, villages } = row
  return { name: (locale === 'en' && nameEn) || nameZh, towns, villages }
}

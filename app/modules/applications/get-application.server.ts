import type { ApplicantKind, ApplicationState, HouseholdClaim } from '~/generated/prisma/enums'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { type PublicConsent, publicConsents } from '~/modules/consents/public-consents'
import { findMaskedPhone } from '~/modules/people/find-masked-phone.server'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { findPlaceNames, type PlaceName } from '~/modules/regions/find-place-names.server'
import { dayOf, fromDateColumn, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { openDataKey, unseal } from '~/platform/secrets/envelope.server'
import { type ApplicationReason, type Check, checksAsked, reasonOf } from './checks'
import { type CountyChoice, findOtherCounties } from './find-other-counties.server'
import { findOffice } from './lock-application.server'
import { maskIdNumber } from './mask-id-number'
import { type ApplicationRow, applicationSelect } from './own-application.server'
import { findShopCard } from './shop-cards.server'

/** Where her household stands: verified as a member or as none, waiting for the coordinator, or nothing there. */
export type HouseholdStanding = 'member' | 'none' | 'waiting' | 'nothing'

export type DeskEvent = {
  id: string
  state: ApplicationState
  at: string
  by: string | null
  reason: ApplicationReason | null
  words: string | null
  checks: Check[]
  /** the county that it went over to */
  movedTo: PlaceName | null
}

export type DeskApplication = {
  id: string
  state: ApplicationState
  office: 'county' | 'city'
  kind: ApplicantKind
  realName: string
  maskedNumber: string | null
  birthYear: string | null
  maskedPhone: string | null
  place: { zh: string; en: string }
  shopName: string
  craft: { zh: string; en: string }
  years: number
  photos: string[]
  licence: { name: string; code: string; until: string | null; photoId: string | null } | null
  /** which version of each text she ticked; null: she was not asked for it */
  declaredVersion: number | null
  agreedVersion: number | null
  householdClaim: HouseholdClaim | null
  householdWords: string | null
  household: HouseholdStanding
  /** the last four digits of the card that her money will go to; null: none given yet */
  cardTail: string | null
  consents: PublicConsent[]
  sellerId: string
  /** she recommended it herself: somebody else approves */
  isOwnRecommendation: boolean
  /** she is the applicant, or of her household: somebody else judges */
  isNear: boolean
  otherCounties: CountyChoice[]
  events: DeskEvent[]
}

/** One application of the coordinator's region; another one's is a 404. Opening it is audited. */
export function getApplication({
  actor,
  applicationId,
}: {
  actor: Actor
  applicationId: string
}): Promise<DeskApplication> {
  return inScope(actor, async (tx) => {
    const row = await tx.sellerApplication.findUnique({
      where: { id: applicationId },
      select: {
        ...{ ...applicationSelect, personId: true, recommendedById: true },
        declarationText: { select: { version: true } },
        agreementText: { select: { version: true } },
      },
    })
    if (!row?.regionId || !row.kind || !row.sellerId) throw notFound()
    const { personId, kind, sellerId } = row
    await recordAudit(tx, {
      actor,
      action: 'application.opened',
      subject: { type: 'Person', id: personId },
      detail: { applicationId },
    })
    const places = await findPlaceNames(tx, [row.regionId])
    const live = await tx.consent.findMany({
      where: { personId, purpose: { in: [...publicConsents] }, withdrawnAt: null },
      select: { purpose: true },
    })
    return {
      ...(await readNumber(tx, row)),
      id: row.id,
      state: row.state,
      office: await findOffice(tx, actor),
      kind,
      realName: row.realName ?? '',
      maskedPhone: await findMaskedPhone(tx, personId),
      place: places.get(row.regionId) ?? { zh: '', en: '' },
      shopName: row.shopName ?? '',
      craft: { zh: row.craft?.nameZh ?? '', en: row.craft?.nameEn ?? '' },
      years: row.yearsAtCraft ?? 0,
      photos: row.photos.map(({ attachmentId }) => attachmentId),
      licence: row.licenceCode
        ? {
            name: row.licenceName ?? '',
            code: row.licenceCode,
            until: row.licenceUntil && fromDateColumn(row.licenceUntil),
            photoId: row.licencePhotoId,
          }
        : null,
      declaredVersion: row.declarationText?.version ?? null,
      agreedVersion: row.agreementText?.version ?? null,
      householdClaim: row.householdClaim,
      householdWords: row.householdWords,
      household: await findHousehold(tx, personId),
      cardTail: (await findShopCard(tx, sellerId))?.last4 ?? null,
      consents: publicConsents.filter((purpose) => live.some((one) => one.purpose === purpose)),
      sellerId,
      isOwnRecommendation: row.recommendedById === actor.userId,
      isNear: await isNear(tx, personId, actor),
      otherCounties: await findOtherCounties(tx, row.regionId),
      events: await findEvents(tx, applicationId),
    }
  })
}

async function readNumber(
  tx: Tx,
  row: ApplicationRow,
): Promise<Pick<DeskApplication, 'maskedNumber' | 'birthYear'>> {
  if (!row.idCipher) return { maskedNumber: null, birthYear: null }
  const key = await openDataKey(tx, row.keyId)
  const number = unseal(key, row.idCipher, { table: 'SellerApplication', column: 'idCipher', row: row.id })
  return { maskedNumber: maskIdNumber(number), birthYear: number.slice(6, 10) }
}

async function isNear(tx: Tx, personId: string, { userId }: Actor): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ near: boolean }[]>`
    SELECT is_close_to(${personId}::uuid, ${userId}::uuid) AS near`
  return row?.near ?? true
}

async function findHousehold(tx: Tx, personId: string): Promise<HouseholdStanding> {
  const today = toDateColumn(dayOf(await appNow(tx)))
  const links = await tx.householdLink.findMany({
    where: { personId, validFrom: { lte: today }, OR: [{ validTo: null }, { validTo: { gt: today } }] },
    select: { memberId: true, verifiedAt: true },
  })
  const verified = links.find(({ verifiedAt }) => verifiedAt !== null)
  if (verified) return verified.memberId ? 'member' : 'none'
  return links.length > 0 ? 'waiting' : 'nothing'
}

async function findEvents(tx: Tx, applicationId: string): Promise<DeskEvent[]> {
  const events = await tx.applicationEvent.findMany({
    where: { applicationId },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      state: true,
      at: true,
      byId: true,
      reasonCode: true,
      words: true,
      checks: true,
      toRegionId: true,
    },
  })
  const names = await findStaffNames(
    tx,
    events.map(({ byId }) => byId),
  )
  const places = await findPlaceNames(
    tx,
    events.flatMap(({ toRegionId }) => toRegionId ?? []),
  )
  return events.map(({ at, byId, reasonCode, checks, toRegionId, ...event }) => ({
    ...event,
    at: at.toISOString(),
    by: names.get(byId) ?? null,
    reason: reasonOf(reasonCode),
    checks: checksAsked.filter((check) => checks.includes(check)),
    movedTo: (toRegionId && places.get(toRegionId)) || null,
  }))
}

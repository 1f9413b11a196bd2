import type { ApplicantKind, ApplicationState, HouseholdClaim } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { findCrafts } from '~/modules/catalog/find-crafts.server'
import { type PublicConsent, publicConsents } from '~/modules/consents/public-consents'
import { findPlaceNames } from '~/modules/regions/find-place-names.server'
import { type ConsentText, getText } from '~/modules/settings/find-text.server'
import { type Day, fromDateColumn } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { openDataKey, unseal } from '~/platform/secrets/envelope.server'
import { type ApplicationReason, reasonOf } from './checks'
import { maskIdNumber } from './mask-id-number'
import { type ApplicationRow, filledOf, findOwnApplication } from './own-application.server'
import { findShopCard, type ShopCard } from './shop-cards.server'
import { declarationOf, type JoinStep, lackingSteps, stepsOf } from './steps'

/** A step of an application as she reads it. */
export type JoinEvent = {
  state: ApplicationState
  at: string
  reason: ApplicationReason | null
  words: string | null
}

/** Everything on the screens of joining. */
export type JoinPage = {
  state: ApplicationState
  kind: ApplicantKind | null
  realName: string | null
  maskedNumber: string | null
  /** of the place chosen so far */
  place: string | null
  /** the places one step below it; empty in a village */
  below: { id: string; name: string }[]
  craft: { code: string; name: string } | null
  years: number | null
  shopName: string | null
  photos: string[]
  hasLicencePhoto: boolean
  licenceName: string | null
  licenceCode: string | null
  licenceUntil: Day | null
  householdClaim: HouseholdClaim | null
  householdWords: string | null
  hasDeclared: boolean
  hasAgreed: boolean
  consents: Record<PublicConsent, boolean>
  wereConsentsAsked: boolean
  steps: JoinStep[]
  lacking: JoinStep[]
  events: JoinEvent[]
  sellerId: string | null
  /** of the shop that was handed in; null: none given yet */
  card: ShopCard | null
}

/** The screens of joining as she left them; before her first answer everything is open. */
export function findJoinPage({ actor, locale }: { actor: Actor; locale: Locale }): Promise<JoinPage> {
  const { personId } = actor
  return inScope({ person: personId }, async (tx) => {
    const row = await findOwnApplication(tx, personId)
    const live = await tx.consent.findMany({
      where: { personId, purpose: { in: [...publicConsents] }, withdrawnAt: null },
      select: { purpose: true },
    })
    const has = (purpose: PublicConsent) => live.some((one) => one.purpose === purpose)
    const kind = row?.kind ?? null
    const isZh = locale === 'zh-CN'
    return {
      ...(await placeOf(tx, row, locale)),
      state: row?.state ?? 'draft',
      kind,
      realName: row?.realName ?? null,
      maskedNumber: row && (await findMaskedNumber(tx, row)),
      craft: row?.craft ? { code: row.craft.code, name: isZh ? row.craft.nameZh : row.craft.nameEn } : null,
      years: row?.yearsAtCraft ?? null,
      shopName: row?.shopName ?? null,
      photos: row?.photos.map(({ attachmentId }) => attachmentId) ?? [],
      hasLicencePhoto: Boolean(row?.licencePhotoId),
      licenceName: row?.licenceName ?? null,
      licenceCode: row?.licenceCode ?? null,
      licenceUntil: row?.licenceUntil ? fromDateColumn(row.licenceUntil) : null,
      householdClaim: row?.householdClaim ?? null,
      householdWords: row?.householdWords ?? null,
      hasDeclared: Boolean(row?.declarationTextId),
      hasAgreed: Boolean(row?.agreementTextId),
      consents: {
        public_name: has('public_name'),
        public_story: has('public_story'),
        public_photo: has('public_photo'),
        public_voice: has('public_voice'),
      },
      wereConsentsAsked: Boolean(row?.consentsAskedAt),
      steps: stepsOf(kind),
      lacking: row ? lackingSteps(filledOf(row)) : stepsOf(null),
      events: row ? await findEvents(tx, row.id) : [],
      sellerId: row?.sellerId ?? null,
      card: row?.sellerId ? await findShopCard(tx, row.sellerId) : null,
    }
  })
}

async function placeOf(tx: Tx, row: ApplicationRow | null, locale: Locale) {
  const regionId = row?.regionId ?? null
  const where = regionId ? { parentId: regionId } : { level: 'county' as const }
  const rows = await tx.region.findMany({
    where: { ...where, validTo: null },
    orderBy: { code: 'asc' },
    take: 200,
    select: { id: true, nameZh: true, nameEn: true },
  })
  const names = regionId ? await findPlaceNames(tx, [regionId]) : null
  const place = regionId && names?.get(regionId)
  return {
    place: place ? (locale === 'en' ? place.en : place.zh) : null,
    below: rows.map(({ id, nameZh, nameEn }) => ({ id, name: (locale === 'en' && nameEn) || nameZh })),
  }
}

async function findMaskedNumber(tx: Tx, row: ApplicationRow): Promise<string | null> {
  if (!row.idCipher) return null
  const key = await openDataKey(tx, row.keyId)
  return maskIdNumber(
    unseal(key, row.idCipher, { table: 'SellerApplication', column: 'idCipher', row: row.id }),
  )
}

async function findEvents(tx: Tx, applicationId: string): Promise<JoinEvent[]> {
  const events = await tx.applicationEvent.findMany({
    where: { applicationId },
    orderBy: { id: 'asc' },
    select: { state: true, at: true, reasonCode: true, words: true },
  })
  return events.map(({ state, at, reasonCode, words }) => ({
    state,
    at: at.toISOString(),
    reason: reasonOf(reasonCode),
    words,
  }))
}

/** The texts of one screen, and the crafts to choose from. */
export async function findJoinTexts({
  step,
  kind,
  locale,
}: {
  step: JoinStep | 'check' | null
  kind: ApplicantKind | null
  locale: Locale
}): Promise<{
  text: ConsentText | null
  consentTexts: { purpose: PublicConsent; text: ConsentText }[]
  crafts: { code: string; name: string }[]
}> {
  const asked = { declaration: declarationOf(kind ?? 'artisan'), agreement: 'seller_agreement' } as const
  const text = step === 'declaration' || step === 'agreement' ? await getText(asked[step], locale) : null
  const consentTexts = []
  if (step === 'consents')
    for (const purpose of publicConsents) consentTexts.push({ purpose, text: await getText(purpose, locale) })
  const crafts = step === 'craft' ? await findCrafts(locale) : []
  return { text, consentTexts, crafts: crafts.map(({ code, name }) => ({ code, name })) }
}

/** Whether she has a shop already: then she is told so before she applies for another. */
export async function hasShop({ personId }: Actor): Promise<boolean> {
  const shops = await inScope({ person: personId }, (tx) =>
    tx.sellerPerson.count({
      where: { personId, role: 'owner', seller: { status: { in: ['active', 'paused'] } } },
    }),
  )
  return shops > 0
}

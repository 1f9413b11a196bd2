import type { ApplicantKind, HouseholdClaim } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import type { PublicConsent } from '~/modules/consents/public-consents'
import { setConsents } from '~/modules/consents/set-consents.server'
import { isTextInForce } from '~/modules/settings/find-text.server'
import { type Day, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Prisma, Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { openDataKey, seal } from '~/platform/secrets/envelope.server'
import { type ApplicationRow, lockOwnApplication } from './own-application.server'
import { declarationOf } from './steps'

export type StepAnswer =
  | { step: 'kind'; kind: ApplicantKind }
  /** idNumber null: the one on file stays */
  | { step: 'who'; realName: string; idNumber: string | null }
  /** null: begin with the county again */
  | { step: 'place'; placeId: string | null }
  | { step: 'craft'; craft: string; years: number; shopName: string }
  | { step: 'declaration'; textId: string | null }
  | { step: 'licence'; licenceName: string; licenceCode: string; licenceUntil: Day | null }
  | { step: 'household'; claim: HouseholdClaim; words: string }
  | { step: 'agreement'; textId: string | null }
  | { step: 'consents'; given: Record<PublicConsent, string | null> }

/**
 * Saves the answer of one screen, whatever the others say, so that nothing is lost when she stops. Refuses an application that is being looked at, a missing number, a place that is none, a text
 * that she did not tick or that has been replaced meanwhile, and a licence that is over. `isFirst`: with this answer an application begins.
 */
export function saveStep({
  actor,
  answer,
}: {
  actor: Actor
  answer: StepAnswer
}): Promise<{ isFirst: boolean }> {
  return inScope({ person: actor.personId }, async (tx) => {
    const row = await lockOwnApplication(tx, actor)
    const data = await dataOf(tx, { actor, answer, row })
    await tx.sellerApplication.update({ where: { id: row.id }, data, select: { id: true } })
    return { isFirst: answer.step === 'kind' && row.kind === null }
  })
}

type Asked = { actor: Actor; answer: StepAnswer; row: ApplicationRow }

async function dataOf(
  tx: Tx,
  { actor, answer, row }: Asked,
): Promise<Prisma.SellerApplicationUncheckedUpdateInput> {
  switch (answer.step) {
    case 'kind':
      return answer.kind === row.kind ? {} : { kind: answer.kind, declarationTextId: null }
    case 'who':
      return { realName: answer.realName, ...(await sealNumber(tx, row, answer.idNumber)) }
    case 'place':
      return { regionId: answer.placeId && (await requireOpenPlace(tx, answer.placeId)) }
    case 'craft':
      return {
        craftId: await findCraftId(tx, answer.craft),
        yearsAtCraft: answer.years,
        shopName: answer.shopName,
      }
    case 'declaration':
      return { declarationTextId: await requireText(tx, declarationOf(row.kind ?? 'artisan'), answer.textId) }
    case 'licence':
      if (row.licencePhotoId === null) throw new Refusal('joining.noLicencePhoto', 422, {}, 'licencePhoto')
      return licenceData(tx, answer)
    case 'household':
      return { householdClaim: answer.claim, householdWords: answer.words || null }
    case 'agreement':
      return { agreementTextId: await requireText(tx, 'seller_agreement', answer.textId) }
    case 'consents':
      await setConsents(tx, { actor, given: answer.given })
      return { consentsAskedAt: await appNow(tx) }
  }
}

async function sealNumber(tx: Tx, row: ApplicationRow, idNumber: string | null) {
  if (idNumber === null) {
    if (row.idCipher === null) throw new Refusal('errors.required', 422, {}, 'idNumber')
    return {}
  }
  const key = await openDataKey(tx, row.keyId)
  return { idCipher: seal(key, idNumber, { table: 'SellerApplication', column: 'idCipher', row: row.id }) }
}

async function requireOpenPlace(tx: Tx, placeId: string): Promise<string> {
  const place = await tx.region.findFirst({
    where: { id: placeId, validTo: null, level: { in: ['county', 'town', 'village'] } },
    select: { id: true },
  })
  if (!place) throw notFound()
  return place.id
}

async function findCraftId(tx: Tx, code: string): Promise<string> {
  const craft = await tx.craft.findUnique({ where: { code }, select: { id: true } })
  if (!craft) throw new Refusal('errors.badChoice', 422, {}, 'craft')
  return craft.id
}

async function licenceData(tx: Tx, answer: Extract<StepAnswer, { step: 'licence' }>) {
  const { licenceName, licenceCode, licenceUntil } = answer
  const until = licenceUntil && toDateColumn(licenceUntil)
  if (until && until < (await appNow(tx))) throw new Refusal('joining.licenceOver', 422, {}, 'licenceUntil')
  return { licenceName, licenceCode, licenceUntil: until }
}

async function requireText(
  tx: Tx,
  kind: 'seller_agreement' | 'exempt_household' | 'exempt_small',
  textId: string | null,
): Promise<string> {
  if (textId === null) throw new Refusal('joining.tickFirst', 422, {}, 'textId')
  if (!(await isTextInForce(tx, kind, textId))) throw new Refusal('card.textChanged', 422, {}, 'textId')
  return textId
}

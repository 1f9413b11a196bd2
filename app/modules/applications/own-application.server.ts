import type { Actor } from '~/modules/auth/actor'
import type { Prisma, Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'

export const applicationSelect = {
  id: true,
  state: true,
  kind: true,
  realName: true,
  keyId: true,
  idCipher: true,
  regionId: true,
  region: { select: { level: true } },
  craftId: true,
  craft: { select: { code: true, nameZh: true, nameEn: true } },
  yearsAtCraft: true,
  shopName: true,
  licenceName: true,
  licenceCode: true,
  licenceUntil: true,
  licencePhotoId: true,
  declarationTextId: true,
  householdClaim: true,
  householdWords: true,
  agreementTextId: true,
  consentsAskedAt: true,
  submittedAt: true,
  sellerId: true,
  photos: { orderBy: { addedAt: 'asc' }, select: { attachmentId: true } },
} satisfies Prisma.SellerApplicationSelect

export type ApplicationRow = Prisma.SellerApplicationGetPayload<{ select: typeof applicationSelect }>

/** Her application that is under way, else the one that was decided last; null before the first. Needs her own scope. */
export function findOwnApplication(tx: Tx, personId: string): Promise<ApplicationRow | null> {
  return tx.sellerApplication.findFirst({
    where: { personId },
    // a decided one is older than any that is open
    orderBy: { createdAt: 'desc' },
    select: applicationSelect,
  })
}

/**
 * Her application for writing, begun with the first answer: its row is locked, so that two taps or two phones come one after the other. Refuses (409) one that is being looked at.
 */
export async function lockOwnApplication(tx: Tx, { personId }: Actor): Promise<ApplicationRow> {
  const keyId = await lockSelf(tx, personId)
  const known = await findOwnApplication(tx, personId)
  if (known && (known.state === 'submitted' || known.state === 'recommended'))
    throw new Refusal('joining.beingRead', 409)
  if (known && (known.state === 'draft' || known.state === 'returned')) return known
  return tx.sellerApplication.create({ data: { personId, keyId }, select: applicationSelect })
}

/** Her own row, until the transaction ends; the id of her data key. */
export async function lockSelf(tx: Tx, personId: string): Promise<string> {
  const [person] = await tx.$queryRaw<{ keyId: string }[]>`
    SELECT "dataKeyId"::text AS "keyId" FROM "Person" WHERE id = ${personId}::uuid FOR UPDATE`
  if (!person) throw new Error('somebody signed in is a person')
  return person.keyId
}

/** What decides which screens are done. */
export function filledOf(row: ApplicationRow) {
  return {
    ...row,
    hasIdNumber: row.idCipher !== null,
    isVillage: row.region?.level === 'village',
    photoCount: row.photos.length,
    hasLicencePhoto: row.licencePhotoId !== null,
  }
}

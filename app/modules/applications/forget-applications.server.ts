import type { ApplicationState } from '~/generated/prisma/enums'
import { destroyKeysShownOnlyIn } from '~/modules/attachments/destroy-keys.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { createDataKey, destroyDataKey, openDataKey, seal, unseal } from '~/platform/secrets/envelope.server'
import { placeApplicant } from './place-applicant.server'
import { forgetShopCards } from './shop-cards.server'

/** days for which a refused application can still be asked about; after them nothing that names her is needed (Personal Information Protection Law art. 47) */
const keptDays = 180

/** for which the shop keeps who a seller was after she has left (Measures on Online Trading art. 31) */
const keptYears = 3

const waiting: ApplicationState[] = ['draft', 'returned', 'submitted', 'recommended']

/** Whether she has begun or handed in an application that nobody has decided. */
export async function hasWaitingApplication(tx: Tx, personId: string): Promise<boolean> {
  return (await tx.sellerApplication.count({ where: { personId, state: { in: waiting } } })) > 0
}

/** Whoever decides about an application of hers comes before her account is closed, or finds it taken back. Before her shops are locked: a desk comes the same way. */
export async function lockApplications(tx: Tx, personId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "SellerApplication" WHERE "personId" = ${personId}::uuid ORDER BY id FOR UPDATE`
}

/** When she closes her account: one that waits is taken back, and the shop it was for never opens; what she wrote in those that were not approved is gone, since she never sold and no law asks to keep it. */
export async function forgetApplications(
  tx: Tx,
  { personId, userId }: { personId: string; userId: string },
): Promise<void> {
  const rows = await tx.sellerApplication.findMany({
    where: { personId, state: { in: [...waiting, 'refused'] } },
    select: { id: true, state: true, sellerId: true },
  })
  for (const { id, state, sellerId } of rows) {
    if (state !== 'refused') {
      await tx.sellerApplication.update({ where: { id }, data: { state: 'withdrawn' }, select: { id: true } })
      await tx.applicationEvent.createMany({
        data: [{ applicationId: id, state: 'withdrawn', byId: userId }],
      })
    }
    if (sellerId)
      await tx.seller.updateMany({
        where: { id: sellerId, status: 'applying' },
        data: { status: 'closed' },
      })
    await empty(tx, id)
  }
  if (rows.length > 0) await placeApplicant(tx, { personId, regionId: null })
}

/** As she leaves: what the law keeps of the papers of her shop goes under a key of its own, so that her own can be destroyed; what she said of her household is gone. */
export async function setPapersApart(tx: Tx, personId: string): Promise<void> {
  const rows = await tx.sellerApplication.findMany({
    where: { personId, state: 'approved', idCipher: { not: null } },
    select: { id: true, keyId: true, idCipher: true },
  })
  for (const { id, keyId, idCipher } of rows) {
    if (!idCipher) continue
    const place = { table: 'SellerApplication', column: 'idCipher', row: id }
    const number = unseal(await openDataKey(tx, keyId), idCipher, place)
    const key = await createDataKey(tx)
    await tx.sellerApplication.update({
      where: { id },
      data: {
        keyId: key.keyId,
        idCipher: seal(key, number, place),
        householdClaim: null,
        householdWords: null,
      },
      select: { id: true },
    })
  }
}

/**
 * Empties at most `batch` applications that were refused half a year ago, and of makers who left three years ago: her name, her number, what she said of her household, her licence, the pictures and her bank card; that there was one, and why it was refused, stays.
 * Says how many.
 */
export function sweepApplications({ batch }: { batch: number }): Promise<number> {
  return inScope({ job: 'joining' }, async (tx) => {
    const old = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM "SellerApplication" a WHERE ((state = 'refused' AND "decidedAt" <= app_now() - make_interval(days => ${keptDays}::int))
          OR (state = 'approved' AND EXISTS (SELECT 1 FROM "User" u WHERE u."personId" = a."personId" AND u."closedAt" <= app_now() - make_interval(years => ${keptYears}::int))))
        AND num_nonnulls("realName", "idCipher", "shopName", "licenceName", "licenceCode", "householdClaim", "householdWords") > 0
      ORDER BY id LIMIT ${batch} FOR UPDATE SKIP LOCKED`
    for (const { id } of old) await empty(tx, id)
    return old.length
  })
}

/** a shop that was never open keeps no name of hers */
const neverOpened = { nameZh: '没有开的店', nameEn: 'A shop that never opened', sealText: '未开' }

/** The pictures lie under keys of their own, and what was set apart under one too; a picture that was handed in elsewhere too stays readable there. */
async function empty(tx: Tx, id: string): Promise<void> {
  await destroyKeysShownOnlyIn(tx, [id])
  const { personId, sellerId, state, keyId } = await tx.sellerApplication.update({
    where: { id },
    data: {
      realName: null,
      idCipher: null,
      shopName: null,
      licenceName: null,
      licenceCode: null,
      licenceUntil: null,
      licencePhotoId: null,
      householdClaim: null,
      householdWords: null,
    },
    select: { personId: true, sellerId: true, state: true, keyId: true },
  })
  if (state === 'approved') await destroyDataKey(tx, keyId)
  if (!sellerId) return
  if (state !== 'approved') {
    await tx.seller.updateMany({ where: { id: sellerId, status: 'closed' }, data: neverOpened })
    return forgetShopCards(tx, { personId, sellerId })
  }
  await tx.seller.updateMany({
    where: { id: sellerId, status: 'closed' },
    data: { licenceName: null, licenceCode: null, licenceUntil: null },
  })
}

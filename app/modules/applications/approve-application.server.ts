import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { writeMakerSearch } from '~/modules/catalog/write-search.server'
import { secretIndex } from '~/modules/people/secret-index.server'
import { readSetting } from '~/modules/settings/read-setting.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { openDataKey, seal, unseal } from '~/platform/secrets/envelope.server'
import { findOffice, type LockedApplication, lockApplication } from './lock-application.server'

/**
 * The city opens a shop that its county has recommended: the shop is live, its owner a maker, her craft verified by who recommended. Refuses a desk of the county (403), one that is not recommended,
 * whoever recommended it herself, her own and her household's.
 */
export function approveApplication({
  actor,
  applicationId,
}: {
  actor: Actor
  applicationId: string
}): Promise<void> {
  return inScope(actor, async (tx) => {
    if ((await findOffice(tx, actor)) !== 'city') throw new Refusal('joining.cityLast', 403)
    const row = await lockApplication(tx, { actor, applicationId, from: ['recommended'] })
    if (row.recommendedById === actor.userId) throw new Refusal('joining.twoPeople', 403)
    if (row.sellerId === null || row.craftId === null)
      throw new Error('it was complete when it was handed in')
    const { sellerId, craftId } = row
    const now = await appNow(tx)
    await tx.sellerApplication.update({
      where: { id: applicationId },
      data: { state: 'approved', decidedById: actor.userId, decidedAt: now },
      select: { id: true },
    })
    await openShop(tx, { actor, row, sellerId, now })
    await tx.skill.upsert({
      where: { personId_craftId: { personId: row.personId, craftId } },
      update: {},
      create: {
        personId: row.personId,
        craftId,
        sinceYear: now.getFullYear() - (row.yearsAtCraft ?? 0),
        verifiedById: row.recommendedById,
        verifiedAt: now,
      },
    })
    await keepNumber(tx, row)
    await tx.applicationEvent.createMany({
      data: [{ applicationId, state: 'approved', byId: actor.userId }],
    })
    await recordAudit(tx, {
      actor,
      action: 'application.approved',
      subject: { type: 'Person', id: row.personId },
      detail: { applicationId, sellerId },
    })
    await writeMakerSearch(tx, sellerId)
  })
}

const dayLength = 24 * 60 * 60 * 1000

type OpenInput = { actor: Actor; row: LockedApplication; sellerId: string; now: Date }

async function openShop(tx: Tx, { actor, row, sellerId, now }: OpenInput): Promise<void> {
  const { personId } = row
  const named = await tx.consent.count({ where: { personId, purpose: 'public_name', withdrawnAt: null } })
  await tx.seller.update({
    where: { id: sellerId },
    data: {
      status: 'active',
      verifiedUntil: new Date(
        now.getTime() + (await readSetting('sellers.verificationDays', tx)) * dayLength,
      ),
      makerName: named > 0 ? row.realName : null,
      licenceName: row.licenceName,
      licenceCode: row.licenceCode,
      licenceUntil: row.licenceUntil,
      isExempt: row.licenceCode === null && row.declarationTextId !== null,
    },
    select: { id: true },
  })
  await tx.person.updateMany({ where: { id: personId }, data: { name: row.realName } })
  const user = await tx.user.findUniqueOrThrow({ where: { personId }, select: { id: true } })
  const role = { userId: user.id, role: 'artisan', sellerId, grantedById: actor.userId } as const
  await withinScope(tx, { job: 'sign_in' }, () => tx.userRole.createMany({ data: [role] }))
}

/** Her number joins her record under its fingerprint, unless the register knows it by another person: then it stays with the application, and the county joins the two. */
async function keepNumber(tx: Tx, row: LockedApplication): Promise<void> {
  const { personId, idCipher } = row
  if (!idCipher) return
  const key = await openDataKey(tx, row.keyId)
  const place = { table: 'SellerApplication', column: 'idCipher', row: row.id }
  const number = unseal(key, idCipher, place)
  const blindIndex = secretIndex('id_number', number)
  const isKnown = await withinScope(tx, { job: 'sign_in' }, () =>
    tx.personSecret.count({
      where: { field: 'id_number', OR: [{ blindIndex }, { personId }] },
    }),
  )
  if (isKnown > 0) return
  await tx.personSecret.createMany({
    data: [
      {
        personId,
        field: 'id_number',
        keyId: key.keyId,
        cipher: seal(key, number, { table: 'PersonSecret', column: 'id_number', row: personId }),
        blindIndex,
      },
    ],
  })
}

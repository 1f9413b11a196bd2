import { recordAudit } from '~/modules/audit/record-audit.server'
import { checkCode } from '~/modules/auth/check-code.server'
import { findHeldRoles } from '~/modules/auth/find-held-roles.server'
import { type StartedSession, startSession } from '~/modules/auth/start-session.server'
import { findPersonByPhone } from '~/modules/people/find-person-by-phone.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { hashPassword } from '~/platform/secrets/password.server'
import { holdPoint } from './hold-point.server'
import { isWeakPin } from './pin-rules'

type Join = {
  pointId: string
  /** eleven digits, to which the code went */
  phone: string
  /** six digits */
  code: string
  /** four to six digits */
  pin: string
  oldToken: string | null
  device: string | null
}

/**
 * A maker comes to a service point, or comes back with a new PIN: the code of her own phone proves her, her shop's name stands on a tile, and her studio is open. Refuses a PIN
 * that is guessed first, beside its field and before the code is spent; what checkCode refuses; a number without a shop of its own; a device that was revoked.
 */
export async function joinPoint({
  pointId,
  phone,
  code,
  pin,
  oldToken,
  device,
}: Join): Promise<StartedSession> {
  if (isWeakPin(pin, phone)) throw new Refusal('point.pinWeak', 422, {}, 'pin')
  await checkCode({ purpose: 'service_point', pointId, phone, code })
  const { userId, sellerId } = await inScope({ job: 'sign_in' }, (tx) => findMaker(tx, phone))
  const pinHash = await hashPassword(pin)
  return inScope({ job: 'sign_in' }, async (tx) => {
    await holdPoint(tx, pointId)
    const { id } = await tx.pointMember.upsert({
      where: { pointId_userId: { pointId, userId } },
      create: { pointId, userId, sellerId, pinHash },
      update: { sellerId, pinHash, tries: 0 },
      select: { id: true },
    })
    await recordAudit(tx, {
      actor: { userId, role: 'artisan' },
      action: 'point.joined',
      subject: { type: 'PointMember', id },
      detail: { pointId },
    })
    return startSession(tx, { userId, oldToken, device, pointId })
  })
}

/** Whose number it is, and her shop. Nobody else has work at a shared device. */
async function findMaker(tx: Tx, phone: string): Promise<{ userId: string; sellerId: string }> {
  const person = await findPersonByPhone(tx, phone)
  const [row] = person
    ? await tx.$queryRaw<{ userId: string; sellerId: string }[]>`
        SELECT u.id::text AS "userId", p."sellerId"::text FROM "User" u
        JOIN "SellerPerson" p ON p."personId" = u."personId" AND p.role IN ('owner', 'staff')
          AND daterange(p."validFrom", p."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date
        WHERE u."personId" = ${person.id}::uuid AND u."disabledAt" IS NULL ORDER BY p.role, p."sellerId" LIMIT 1`
    : []
  const roles = row ? await findHeldRoles(tx, row.userId) : []
  if (!row || !roles.some((role) => role === 'artisan' || role === 'broker'))
    throw new Refusal('point.noShop', 422)
  return row
}

import type { Actor } from '~/modules/auth/actor'
import { findHeldRoles } from '~/modules/auth/find-held-roles.server'
import { isStaff } from '~/modules/auth/session-length'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { openDataKey } from '~/platform/secrets/envelope.server'
import { hashPassword } from '~/platform/secrets/password.server'
import { newTimeSecret } from '~/platform/secrets/totp.server'
import { refusePhonePassword } from './refuse-phone-password.server'
import { sealTimeSecret } from './time-secret.server'

/**
 * Sets her password and makes a new secret for her app; neither counts before a first code has confirmed it (finishSetUp). Asked again it begins anew. Not found for somebody without a staff role; refuses
 * a password that holds her phone number, and a second factor that stands already.
 */
export async function beginSetUp({ actor, password }: { actor: Actor; password: string }): Promise<void> {
  const passwordHash = await hashPassword(password)
  await inScope({ person: actor.personId }, async (tx) => {
    if (!(await findHeldRoles(tx, actor.userId)).some(isStaff)) throw notFound()
    await refusePhonePassword(tx, { actor, password })
    const person = await tx.person.findUniqueOrThrow({
      where: { id: actor.personId },
      select: { dataKeyId: true },
    })
    const id = crypto.randomUUID()
    const cipher = sealTimeSecret(await openDataKey(tx, person.dataKeyId), id, newTimeSecret())
    const kept = await tx.$executeRaw`
      INSERT INTO "SecondFactor" (id, "userId", "passwordHash", "keyId", "secretCipher") VALUES (${id}::uuid, ${actor.userId}::uuid, ${passwordHash}, ${person.dataKeyId}::uuid, ${cipher})
      ON CONFLICT ("userId") DO UPDATE SET id = excluded.id, "passwordHash" = excluded."passwordHash", "keyId" = excluded."keyId", "secretCipher" = excluded."secretCipher", "createdAt" = app_now()
      WHERE "SecondFactor"."confirmedAt" IS NULL`
    if (kept !== 1) throw new Refusal('factors.standsAlready')
  })
}

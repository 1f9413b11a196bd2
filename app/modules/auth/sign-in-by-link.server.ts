import { createPerson } from '~/modules/people/create-person.server'
import { lockPhone } from '~/modules/people/lock-phone.server'
import { secretIndex } from '~/modules/people/secret-index.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { destroyDataKey } from '~/platform/secrets/envelope.server'
import { tokenHash } from '~/platform/secrets/token.server'
import { openEmail, type SealedLink } from './find-link.server'
import { type StartedSession, startSession } from './start-session.server'

type SignInByLink = {
  token: string
  /** the session that the browser still has */
  oldToken: string | null
  device: string | null
  deviceHash?: Uint8Array<ArrayBuffer> | null
}

/**
 * Spends a link, once, and starts a session for whoever has the address, who exists from now on; what the link sealed is gone. Refuses one that is late, used, replaced or
 * none with one message, and a user who was shut out.
 */
export function signInByLink({
  token,
  ...session
}: SignInByLink): Promise<StartedSession & { returnTo: string }> {
  return inScope({ job: 'sign_in' }, async (tx) => {
    const [link] = await tx.$queryRaw<(SealedLink & { returnTo: string })[]>`
      UPDATE "EmailLink" SET "consumedAt" = app_now() WHERE "tokenHash" = ${tokenHash(token)} AND "consumedAt" IS NULL AND "expiresAt" > app_now()
      RETURNING id::text, "keyId"::text, cipher, "browserHash", "returnTo"`
    if (!link) throw new Refusal('mail.linkDead', 409)
    const email = await openEmail(tx, link)
    const userId = await findOrCreateUser(tx, email)
    await destroyDataKey(tx, link.keyId)
    return { ...(await startSession(tx, { userId, ...session })), returnTo: link.returnTo }
  })
}

/** One person of one address, however many tabs ask. */
async function findOrCreateUser(tx: Tx, email: string): Promise<string> {
  const blindIndex = secretIndex('email', email)
  await lockPhone(tx, blindIndex)
  const secret = await tx.personSecret.findUnique({
    where: { field_blindIndex: { field: 'email', blindIndex } },
    select: { personId: true },
  })
  const personId = secret?.personId ?? (await createPerson(tx, { phone: null, email })).id
  const user = await tx.user.findUnique({ where: { personId }, select: { id: true, disabledAt: true } })
  if (user?.disabledAt) throw new Refusal('account.disabled', 403)
  if (user) return user.id
  const made = await tx.user.create({
    data: { personId, roles: { create: { role: 'buyer' } } },
    select: { id: true },
  })
  return made.id
}

import {
  forgetApplications,
  lockApplications,
  setPapersApart,
} from '~/modules/applications/forget-applications.server'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { checkCode } from '~/modules/auth/check-code.server'
import { readSecret } from '~/modules/people/read-secret.server'
import { dropVoice } from '~/modules/voices/drop-voice.server'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { destroyDataKey } from '~/platform/secrets/envelope.server'
import { tokenHash } from '~/platform/secrets/token.server'
import { closeShops, leaveShops, lockOwnShops } from './close-shops.server'
import { findMatters } from './find-open-matters.server'
import { forgetOrder } from './forget-order.server'
import { forgetTalks } from './forget-talks.server'
import { keepInRegister } from './keep-in-register.server'

type CloseInput = {
  actor: Actor
  /** six digits to her phone; null: she has none and has just signed in by a link */
  code: string | null
  /** the session that asks */
  token: string | null
}

/** minutes since signing in within which somebody without a phone may close her account */
const freshMinutes = 15

/**
 * Closes her account (Personal Information Protection Law art. 47): her data key and those of her orders' contacts and of what she wrote are destroyed, backups included, and whatever names
 * her is deleted. Orders, payments, books and statistics stay under the pseudonym of her ids; an issued invoice keeps its key for the years that the law names. A shop that is hers alone closes with it, one that another owns with her stays with that owner, and an application that waits is taken back; her papers of a shop lie
 * apart for three years, and what the county's register says of her stays there. Refuses what is still open, with the first matter as the reason; a wrong code; without a phone, a sign-in older than a quarter of an hour.
 */
export async function closeAccount({ actor, code, token }: CloseInput): Promise<void> {
  const { personId, userId } = actor
  const phone = await inScope({ person: personId }, (tx) => readSecret(tx, { personId, field: 'phone' }))
  if (phone !== null) await checkCode({ purpose: 'account_closing', phone, code: code ?? '' })
  else await requireFreshSession(userId, token)
  await inScope({ person: personId }, async (tx) => {
    await lockHer(tx, actor)
    await lockApplications(tx, personId)
    await lockOwnShops(tx, personId)
    const [open] = await findMatters(tx, actor)
    if (open) throw new Refusal(`closing.${open.matter}`, 409)
    const orders = await tx.order.findMany({ where: { buyerParty: { personId } }, select: { id: true } })
    for (const { id } of orders) await forgetOrder(tx, id)
    await forgetTalks(tx, personId)
    await closeShops(tx, personId)
    await forgetHer(tx, actor)
    await leaveShops(tx, personId)
    await recordAudit(tx, { actor, action: 'account.closed', subject: { type: 'Person', id: personId } })
  })
}

async function requireFreshSession(userId: string, token: string | null): Promise<void> {
  const fresh = await inScope(
    { job: 'sign_in' },
    (tx) =>
      tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Session" WHERE "userId" = ${userId}::uuid AND "tokenHash" = ${tokenHash(token ?? '')} AND "revokedAt" IS NULL
        AND "createdAt" > app_now() - make_interval(mins => ${freshMinutes}::int)`,
  )
  if (fresh.length === 0) throw new Refusal('closing.freshSignIn', 403)
}

/** Two tabs come one after the other, and an order that is being placed in her name comes before or not at all (trigger on Order). */
async function lockHer(tx: Tx, { personId, userId }: Actor): Promise<void> {
  const live = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "User" WHERE id = ${userId}::uuid AND "closedAt" IS NULL FOR UPDATE`
  if (live.length === 0) throw notFound()
  await tx.$executeRaw`SELECT 1 FROM "Party" WHERE "personId" = ${personId}::uuid FOR UPDATE`
}

async function forgetHer(tx: Tx, { personId, userId }: Actor): Promise<void> {
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { dataKeyId: true } })
  const secrets = await tx.personSecret.findMany({ where: { personId }, select: { blindIndex: true } })
  await withinScope(tx, { job: 'sign_in' }, async () => {
    for (const { blindIndex } of secrets) {
      await tx.oneTimeCode.deleteMany({ where: { phoneIndex: blindIndex } })
      await tx.emailLink.deleteMany({ where: { emailIndex: blindIndex } })
    }
  })
  const voices = await tx.voiceNote.findMany({
    where: { speakerId: personId },
    select: { id: true, productId: true },
  })
  for (const { id, productId } of voices) await dropVoice(tx, productId, { voiceId: id })
  await tx.address.deleteMany({ where: { personId } })
  await tx.visitor.deleteMany({ where: { userId } })
  await tx.cart.deleteMany({ where: { userId } })
  await tx.session.deleteMany({ where: { userId } })
  await tx.secondFactor.deleteMany({ where: { userId } })
  await tx.pointMember.deleteMany({ where: { userId } })
  await tx.$executeRaw`UPDATE "User" SET "closedAt" = app_now(), "disabledAt" = coalesce("disabledAt", app_now()) WHERE id = ${userId}::uuid`
  await tx.$executeRaw`UPDATE "UserRole" SET "validTo" = app_now() WHERE "userId" = ${userId}::uuid AND "validTo" IS NULL AND "validFrom" < app_now()`
  await forgetApplications(tx, { personId, userId })
  await setPapersApart(tx, personId)
  const isRegistered = await keepInRegister(tx, personId)
  await tx.personSecret.deleteMany({
    where: { personId, ...(isRegistered ? { field: { not: 'id_number' } } : {}) },
  })
  if (!isRegistered)
    await tx.person.update({
      where: { id: personId },
      data: { name: null, birthYear: null },
      select: { id: true },
    })
  await destroyDataKey(tx, person.dataKeyId)
}

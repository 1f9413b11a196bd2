import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { tokenHash } from '~/platform/secrets/token.server'
import { type FactorCode, proofField } from './schema'
import { spendCode } from './spend-code.server'

type Renew = {
  actor: Actor
  code: FactorCode
  /** of the session that asks */
  token: string
}

/** Spends a code and makes this session's proof fresh. A session that ended meanwhile stays ended. Refuses what spendCode refuses. */
export async function renewProof({ actor, code, token }: Renew): Promise<void> {
  const own = { person: actor.personId }
  const factor = await inScope(own, (tx) =>
    tx.secondFactor.findUnique({ where: { userId: actor.userId }, select: { id: true } }),
  )
  if (!factor) throw notFound()
  await spendCode({ factorId: factor.id, code, field: proofField })
  await inScope(
    own,
    (tx) => tx.$executeRaw`
    UPDATE "Session" SET "provedAt" = app_now() WHERE "tokenHash" = ${tokenHash(token)} AND "userId" = ${actor.userId}::uuid AND "provedAt" IS NOT NULL AND "revokedAt" IS NULL`,
  )
}

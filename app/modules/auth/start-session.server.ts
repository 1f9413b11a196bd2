import type { Role } from '~/generated/prisma/enums'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { randomToken, tokenHash } from '~/platform/secrets/token.server'
import { findHeldRoles } from './find-held-roles.server'
import { pointSeconds, sessionSeconds } from './session-length'

type NewSession = {
  userId: string
  /** the cookie that the browser brought: that session ends, so that nobody keeps one that he planted */
  oldToken: string | null
  device: string | null
  /** by which the browser is known again */
  deviceHash?: Uint8Array<ArrayBuffer> | null
  /** she has just proved her second factor */
  isProved?: boolean
  /** the shared device on which she entered her PIN */
  pointId?: string | null
}

export type StartedSession = {
  /** 256 bits for the cookie; the database keeps its hash */
  token: string
  userId: string
  maxAgeSeconds: number
  roles: Role[]
}

/** A new session with a new token: 12 hours for staff, 60 days for everybody else; on a shared device four hours at most. */
export async function startSession(
  tx: Tx,
  { userId, oldToken, device, deviceHash = null, isProved = false, pointId = null }: NewSession,
): Promise<StartedSession> {
  const now = await appNow(tx)
  if (oldToken !== null) {
    await tx.session.updateMany({
      where: { tokenHash: tokenHash(oldToken), revokedAt: null },
      data: { revokedAt: now, expiresAt: now },
    })
  }
  const roles = await findHeldRoles(tx, userId)
  const maxAgeSeconds = pointId === null ? sessionSeconds(roles) : pointSeconds
  const token = randomToken(32)
  const expiresAt = new Date(now.getTime() + maxAgeSeconds * 1000)
  await tx.session.create({
    data: {
      userId,
      tokenHash: tokenHash(token),
      expiresAt,
      device,
      deviceHash,
      provedAt: isProved ? now : null,
      pointId,
    },
    select: { id: true },
  })
  return { token, userId, maxAgeSeconds, roles }
}

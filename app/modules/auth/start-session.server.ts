import type { Role } from '~/generated/prisma/enums'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { randomToken, tokenHash } from '~/platform/secrets/token.server'
import { sessionSeconds } from './session-length'

type NewSession = {
  userId: string
  /** the cookie that the browser brought: that session ends, so that nobody keeps one that he planted */
  oldToken: string | null
  device: string | null
}

export type StartedSession = {
  /** 256 bits for the cookie; the database keeps its hash */
  token: string
  userId: string
  maxAgeSeconds: number
  roles: Role[]
}

/** A new session with a new token: 12 hours for staff, 60 days for everybody else. */
export async function startSession(
  tx: Tx,
  { userId, oldToken, device }: NewSession,
): Promise<StartedSession> {
  const now = await appNow(tx)
  if (oldToken !== null) {
    await tx.session.updateMany({
      where: { tokenHash: tokenHash(oldToken), revokedAt: null },
      data: { revokedAt: now, expiresAt: now },
    })
  }
  // columns keep rounded milliseconds: a role given in this transaction may begin one later
  const soon = new Date(now.getTime() + 1)
  const held = await tx.userRole.findMany({
    where: { userId, validFrom: { lte: soon }, OR: [{ validTo: null }, { validTo: { gt: now } }] },
    select: { role: true },
    orderBy: { validFrom: 'asc' },
    take: 50,
  })
  const roles = held.map(({ role }) => role)
  const maxAgeSeconds = sessionSeconds(roles)
  const token = randomToken(32)
  const expiresAt = new Date(now.getTime() + maxAgeSeconds * 1000)
  await tx.session.create({
    data: { userId, tokenHash: tokenHash(token), expiresAt, device },
    select: { id: true },
  })
  return { token, userId, maxAgeSeconds, roles }
}

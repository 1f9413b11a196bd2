import type { Actor } from '~/modules/auth/actor'
import { prisma } from '~/platform/db/prisma.server'

/** Takes back a password and a secret that no code has confirmed yet. What is confirmed stays. */
export async function abandonSetUp({ actor }: { actor: Actor }): Promise<void> {
  await prisma.secondFactor.deleteMany({ where: { userId: actor.userId, confirmedAt: null } })
}

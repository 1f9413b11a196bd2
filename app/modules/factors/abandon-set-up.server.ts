import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'

/** Takes back a password and a secret that no code has confirmed yet. What is confirmed stays. */
export async function abandonSetUp({ actor }: { actor: Actor }): Promise<void> {
  await inScope({ person: actor.personId }, (tx) =>
    tx.secondFactor.deleteMany({ where: { userId: actor.userId, confirmedAt: null } }),
  )
}

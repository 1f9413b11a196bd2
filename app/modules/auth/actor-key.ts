import type { Actor } from './actor'

/** What tells whose question it is: who asks, in which role and for which region. */
export function actorKey({ actor: { userId, role, regionId } }: { actor: Actor }): string {
  return `${userId} ${role} ${regionId}`
}

import type { ApplicationState } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { refuseHeld } from '~/modules/claims/refuse-held.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { type ApplicationRow, applicationSelect } from './own-application.server'

export type LockedApplication = ApplicationRow & { personId: string; recommendedById: string | null }

/**
 * An application of the coordinator's region that waits for a step, its row locked: of two people who press at one moment the second one finds it decided. Another region's is a 404. Refuses (409)
 * one that does not wait for this and one that a colleague is on, and (403) her own or one of her household.
 */
export async function lockApplication(
  tx: Tx,
  { actor, applicationId, from }: { actor: Actor; applicationId: string; from: readonly ApplicationState[] },
): Promise<LockedApplication> {
  await tx.$queryRaw`SELECT id FROM "SellerApplication" WHERE id = ${applicationId}::uuid FOR UPDATE`
  const row = await tx.sellerApplication.findUnique({
    where: { id: applicationId },
    select: { ...applicationSelect, personId: true, recommendedById: true },
  })
  if (!row) throw notFound()
  if (!from.includes(row.state)) throw new Refusal('joining.notWaiting', 409)
  const [close] = await tx.$queryRaw<{ close: boolean }[]>`
    SELECT is_close_to(${row.personId}::uuid, ${actor.userId}::uuid) AS close`
  if (close?.close) throw new Refusal('joining.notHerOwn', 403)
  await refuseHeld(tx, { actor, queue: 'application', subjectId: applicationId })
  return row
}

/** Whether the desk is the county's or the city's: the one recommends, the other approves. */
export async function findOffice(tx: Tx, actor: Actor): Promise<'county' | 'city'> {
  if (!actor.regionId) throw notFound()
  const { level } = await tx.region.findUniqueOrThrow({
    where: { id: actor.regionId },
    select: { level: true },
  })
  return level === 'city' || level === 'province' ? 'city' : 'county'
}

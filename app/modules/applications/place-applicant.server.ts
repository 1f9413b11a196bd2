import type { Tx } from '~/platform/db/prisma.server'

/**
 * Where somebody who applies is looked after: the place that she applies for, or none when she was refused. Nothing changes for whoever lives somewhere by the register, or has a shop already. In her own
 * scope.
 */
export async function placeApplicant(
  tx: Tx,
  { personId, regionId }: { personId: string; regionId: string | null },
): Promise<void> {
  await tx.person.updateMany({
    where: {
      id: personId,
      memberships: { none: {} },
      householdLinks: { none: { verifiedAt: { not: null }, memberId: { not: null } } },
      sellerPeople: { none: { seller: { status: { notIn: ['applying', 'closed'] } } } },
    },
    data: { regionId },
  })
}

import type { PrismaClient } from '~/generated/prisma/client'
import type { Actor } from '~/modules/auth/actor'

/** A coordinator of the sample data as the verbs know her, with the code of her place. */
export async function findCoordinator(
  owner: PrismaClient,
  userId: string,
): Promise<{ actor: Actor; code: string }> {
  const [row] = await owner.$queryRaw<{ personId: string; regionId: string; path: string; code: string }[]>`
    SELECT u."personId", r.id AS "regionId", r.path::text, r.code FROM "User" u JOIN "UserRole" o ON o."userId" = u.id AND o.role = 'coordinator' JOIN "Region" r ON r.id = o."regionId" WHERE u.id = ${userId}::uuid`
  if (!row) throw new Error('the sample data has no such coordinator')
  const { personId, regionId, path, code } = row
  return {
    code,
    actor: {
      userId,
      personId,
      role: 'coordinator',
      roles: ['coordinator'],
      regionId,
      regionPath: path,
      sellerIds: [],
      scope: { region: path },
    },
  }
}

import type { Role } from '~/generated/prisma/enums'
import { prisma } from '~/platform/db/prisma.server'
import { tokenHash } from '~/platform/secrets/token.server'
import type { Actor } from './actor'
import { sessionCookie } from './session.server'
import { sessionSeconds } from './session-length'

type SessionRow = {
  /** since sign-in */
  ageSeconds: number
  userId: string
  personId: string
  role: Role | null
  regionId: string | null
  regionPath: string | null
  sellerIds: string[]
}

/** One row per live role of the session's user; a user without a role is a buyer. Unwalled tables only. */
async function readSession(token: string): Promise<SessionRow[]> {
  const hash = tokenHash(token)
  return prisma.$queryRaw<SessionRow[]>`
    SELECT extract(epoch FROM app_now() - s."createdAt")::float8 AS "ageSeconds", u.id AS "userId", u."personId", r.role::text AS role, r."regionId", g.path::text AS "regionPath",
      ARRAY(SELECT sp."sellerId"::text FROM "SellerPerson" sp WHERE sp."personId" = u."personId" AND sp.role IN ('owner', 'staff')
              AND daterange(sp."validFrom", sp."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date
            UNION SELECT m."sellerId"::text FROM "Mandate" m WHERE m."agentPersonId" = u."personId" AND m."revokedAt" IS NULL
              AND m."signedByPrincipalAt" IS NOT NULL AND m."signedByAgentAt" IS NOT NULL
              AND daterange(m."validFrom", m."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date) AS "sellerIds"
    FROM "Session" s JOIN "User" u ON u.id = s."userId" AND u."disabledAt" IS NULL
    LEFT JOIN "UserRole" r ON r."userId" = u.id AND r."validFrom" <= app_now() AND (r."validTo" IS NULL OR r."validTo" > app_now())
    LEFT JOIN "Region" g ON g.id = r."regionId"
    WHERE s."tokenHash" = ${hash} AND s."revokedAt" IS NULL AND s."expiresAt" > app_now()
    ORDER BY r."validFrom"`
}

/** Every role that the request's session holds, as actors; empty for a stranger, and for a session older than the roles she holds now allow. */
export async function findActors(request: Request): Promise<Actor[]> {
  const token: unknown = await sessionCookie.parse(request.headers.get('Cookie'))
  if (typeof token !== 'string') return []
  const rows = await readSession(token)
  const roles = rows.flatMap((row) => (row.role ? [row.role] : []))
  if (rows.some(({ ageSeconds }) => ageSeconds >= sessionSeconds(roles))) return []
  return rows.map((row) => {
    const role = row.role ?? 'buyer'
    return {
      userId: row.userId,
      personId: row.personId,
      role,
      roles: roles.length > 0 ? roles : ['buyer'],
      regionId: row.regionId,
      regionPath: row.regionPath,
      sellerIds: row.sellerIds,
      scope: role === 'coordinator' && row.regionPath ? { region: row.regionPath } : { person: row.personId },
    }
  })
}

/** The signed-in user in her first role, or null for a stranger. For pages that are public but greet her. */
export async function findActor(request: Request): Promise<Actor | null> {
  const [actor] = await findActors(request)
  return actor ?? null
}

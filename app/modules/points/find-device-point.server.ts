import { readPointToken } from '~/modules/auth/point-cookie.server'
import { prisma } from '~/platform/db/prisma.server'
import { tokenHash } from '~/platform/secrets/token.server'

export type DevicePoint = { id: string; name: string }

/** The service point that the asking device is; null for every other device, and for one that was revoked. */
export async function findDevicePoint(request: Request): Promise<DevicePoint | null> {
  const token = await readPointToken(request)
  if (token === null) return null
  const [point] = await prisma.$queryRaw<DevicePoint[]>`
    SELECT id::text, name FROM point_of(${tokenHash(token)}) WHERE "revokedAt" IS NULL`
  return point ?? null
}

import type { Actor } from '~/modules/auth/actor'
import { prisma } from '~/platform/db/prisma.server'

export type AuditPlace = { id: string; zh: string; en: string }

/** The places by which the record can be narrowed: those directly below her region, for the administration the counties. */
export async function findAuditPlaces({ actor }: { actor: Actor }): Promise<AuditPlace[]> {
  const rows = await prisma.region.findMany({
    where: actor.regionId ? { parentId: actor.regionId, validTo: null } : { level: 'county', validTo: null },
    select: { id: true, nameZh: true, nameEn: true },
    orderBy: { code: 'asc' },
    take: 200,
  })
  return rows.map(({ id, nameZh, nameEn }) => ({ id, zh: nameZh, en: nameEn ?? nameZh }))
}

import type { Tx } from '~/platform/db/prisma.server'

export type CountyChoice = { id: string; zh: string; en: string }

/** The counties to which an application for this place may go over: all that exist but its own. */
export async function findOtherCounties(tx: Tx, regionId: string | null): Promise<CountyChoice[]> {
  const place =
    regionId && (await tx.region.findUnique({ where: { id: regionId }, select: { ancestorIds: true } }))
  const counties = await tx.region.findMany({
    where: { level: 'county', validTo: null, id: { notIn: place ? place.ancestorIds : [] } },
    select: { id: true, nameZh: true, nameEn: true },
    orderBy: { code: 'asc' },
    take: 200,
  })
  return counties.map(({ id, nameZh, nameEn }) => ({ id, zh: nameZh, en: nameEn ?? nameZh }))
}

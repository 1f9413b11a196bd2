import { prisma } from '~/platform/db/prisma.server'
import { Licences } from './licences'

export type ShopFacts = {
  /** the shop's time */
  now: Date
  /** how many seconds it is ahead of the database's */
  aheadSeconds: number
  /** null while none is set */
  licences: Licences | null
}

/** What the frame of every shop page says of the shop, in one statement. A row that does not fit is a fault, never a licence. */
export async function findShopFacts(): Promise<ShopFacts> {
  const [row] = await prisma.$queryRaw<{ now: Date; aheadSeconds: number; licences: unknown }[]>`
    SELECT app_now() AS now, "offsetSeconds"::float8 AS "aheadSeconds",
      (SELECT value FROM "Setting" WHERE key = 'site.licences' AND "validFrom" <= app_now() AND ("validTo" IS NULL OR "validTo" > app_now())) AS licences
    FROM "Clock" WHERE id = 1`
  if (!row) throw new Error('the database has no clock')
  return { ...row, licences: row.licences === null ? null : Licences.parse(row.licences) }
}

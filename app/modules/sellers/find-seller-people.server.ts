import type { SellerPersonRole } from '~/generated/prisma/enums'
import { type Day, fromDateColumn } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'

export type SellerPersonRow = {
  personId: string
  role: SellerPersonRole
  from: Day
  /** first day on which she no longer stands behind it */
  to: Day | null
  /** false: the walls hide her */
  isVisible: boolean
  /** she has closed her account; her name may have gone with it */
  hasLeft: boolean
  name: string | null
  regionId: string | null
}

type FoundRow = Omit<SellerPersonRow, 'from' | 'to'> & { validFrom: Date; validTo: Date | null }

/** Who stands and stood behind a seller, those of today first. Names only of people in the caller's scope. */
export async function findSellerPeople(tx: Tx, sellerId: string): Promise<SellerPersonRow[]> {
  const rows = await tx.$queryRaw<FoundRow[]>`
    SELECT sp."personId", sp.role::text AS role, sp."validFrom", sp."validTo", p.id IS NOT NULL AS "isVisible", has_left(sp."personId") AS "hasLeft", p.name, p."regionId"
    FROM "SellerPerson" sp LEFT JOIN "Person" p ON p.id = sp."personId" WHERE sp."sellerId" = ${sellerId}::uuid
    ORDER BY sp."validTo" IS NOT NULL, sp.role, sp."validFrom", sp.id LIMIT 50`
  return rows.map(({ validFrom, validTo, ...row }) => ({
    ...row,
    from: fromDateColumn(validFrom),
    to: validTo && fromDateColumn(validTo),
  }))
}

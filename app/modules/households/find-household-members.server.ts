import { findMaskedPhone } from '~/modules/people/find-masked-phone.server'
import { readSecret } from '~/modules/people/read-secret.server'
import { type Day, fromDateColumn } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'

export type MemberView = {
  id: string
  personId: string
  /** null for someone who lives outside the coordinator's region */
  name: string | null
  relation: string
  birthYear: number | null
  from: Day
  to: Day | null
  evidence: string
  isVerified: boolean
  /** 138****1276 */
  maskedPhone: string | null
  /** the last four characters alone */
  maskedIdNumber: string | null
  /** the shop that she owns today */
  sellerId: string | null
  sellerNameZh: string | null
  sellerNameEn: string | null
}

type FoundRow = Omit<MemberView, 'from' | 'to' | 'maskedPhone' | 'maskedIdNumber'> & {
  validFrom: Date
  validTo: Date | null
}

/** Everybody who is or was a member of a household, those of today first. Numbers are masked; only what lies in the caller's scope. */
export async function findHouseholdMembers(tx: Tx, householdId: string): Promise<MemberView[]> {
  const rows = await tx.$queryRaw<FoundRow[]>`
    SELECT m.id, m."personId", p.name, m.relation, p."birthYear", m."validFrom", m."validTo", m.evidence,
      m."verifiedAt" IS NOT NULL AS "isVerified", shop.id AS "sellerId", shop."nameZh" AS "sellerNameZh", shop."nameEn" AS "sellerNameEn"
    FROM "HouseholdMember" m LEFT JOIN "Person" p ON p.id = m."personId"
    LEFT JOIN LATERAL (
      SELECT s.id, s."nameZh", s."nameEn" FROM "SellerPerson" sp JOIN "Seller" s ON s.id = sp."sellerId"
      WHERE sp."personId" = m."personId" AND sp.role = 'owner'
        AND daterange(sp."validFrom", sp."validTo") @> (app_now() AT TIME ZONE 'Asia/Shanghai')::date ORDER BY sp."validFrom" LIMIT 1) shop ON true
    WHERE m."householdId" = ${householdId}::uuid
    ORDER BY m."validTo" IS NOT NULL, m.relation <> 'self', m."validFrom", m.id LIMIT 100`
  const members: MemberView[] = []
  for (const { validFrom, validTo, ...row } of rows) {
    members.push({
      ...row,
      from: fromDateColumn(validFrom),
      to: validTo && fromDateColumn(validTo),
      maskedPhone: await findMaskedPhone(tx, row.personId),
      maskedIdNumber: maskId(await readSecret(tx, { personId: row.personId, field: 'id_number' })),
    })
  }
  return members
}

function maskId(number: string | null): string | null {
  return number === null ? null : `${'*'.repeat(Math.max(0, number.length - 4))}${number.slice(-4)}`
}

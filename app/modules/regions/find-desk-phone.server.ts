import { prisma } from '~/platform/db/prisma.server'
import { type DeskPhone, DeskPhones } from './desk-phones'

/** The office that all of these sellers ring; null where none is noted, or when they belong to different ones. */
export async function findDeskPhone(sellerIds: readonly string[]): Promise<DeskPhone | null> {
  const rows = await prisma.$queryRaw<{ value: unknown; codes: string[] }[]>`
    SELECT DISTINCT d.value, (SELECT array_agg(r.code ORDER BY length(r.code) DESC) FROM "Region" r WHERE r.id = ANY (g."ancestorIds")) AS codes
    FROM "Seller" s JOIN "Region" g ON g.id = s."regionId"
    JOIN "Setting" d ON d.key = 'desk.phones' AND d."validFrom" <= app_now() AND (d."validTo" IS NULL OR d."validTo" > app_now())
    WHERE s.id = ANY (${[...sellerIds]}::uuid[])`
  const offices = rows.map(({ value, codes }) => {
    const phones = DeskPhones.parse(value)
    return codes.flatMap((code) => phones[code] ?? [])[0] ?? null
  })
  const [first = null] = offices
  return first && offices.every((office) => office?.phone === first.phone) ? first : null
}

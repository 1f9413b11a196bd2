import type { Actor } from '~/modules/auth/actor'
import { type Day, dayOf } from '~/platform/calendar'
import { prisma } from '~/platform/db/prisma.server'

/** The template in use at a place: the newest of the nearest place above it (itself included) that has one; null for the built-in table. */
export async function findTemplate(
  regionId: string,
): Promise<{ fileName: string; bytes: Uint8Array; uploadedOn: Day } | null> {
  const [row] = await prisma.$queryRaw<{ fileName: string; bytes: Uint8Array; uploadedAt: Date }[]>`
    SELECT t."fileName", t.bytes, t."uploadedAt" FROM "Region" p JOIN "Region" a ON p.path <@ a.path JOIN "ReturnTemplate" t ON t."regionId" = a.id
    WHERE p.id = ${regionId}::uuid ORDER BY nlevel(a.path) DESC, t."uploadedAt" DESC, t.id DESC LIMIT 1`
  return row ? { fileName: row.fileName, bytes: row.bytes, uploadedOn: dayOf(row.uploadedAt) } : null
}

/** What her page says of it. */
export async function findOwnTemplate({
  regionId,
}: Actor): Promise<{ fileName: string; uploadedOn: Day } | null> {
  const found = regionId === null ? null : await findTemplate(regionId)
  return found && { fileName: found.fileName, uploadedOn: found.uploadedOn }
}

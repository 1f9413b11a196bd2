import { type Day, dayOf } from '~/platform/calendar'
import { prisma } from '~/platform/db/prisma.server'
import type { DocumentKind } from './document-kinds'

export type ComingDocument = { kind: DocumentKind; version: number; from: Day }

/** The versions that are published and hold from a later day, the next first. */
export async function findComingDocuments(): Promise<ComingDocument[]> {
  const rows = await prisma.$queryRaw<{ kind: DocumentKind; version: number; from: Date }[]>`
    SELECT kind, version, "validFrom" AS "from" FROM "TextVersion"
    WHERE kind IN ('terms', 'privacy', 'rules') AND locale = 'zh-CN' AND "validFrom" > app_now() ORDER BY "validFrom", kind LIMIT 20`
  return rows.map(({ from, ...row }) => ({ ...row, from: dayOf(from) }))
}

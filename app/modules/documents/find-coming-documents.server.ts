import { type Day, dayOf } from '~/platform/calendar'
import { keepAnswers } from '~/platform/db/kept-answers'
import { prisma } from '~/platform/db/prisma.server'
import type { DocumentKind } from './document-kinds'

/** `until`: when it begins to hold and is announced no longer, in milliseconds by the clock of this machine */
export type ComingDocument = { kind: DocumentKind; version: number; from: Day; until: number }

const announced = keepAnswers<ComingDocument[]>(1, { unheardFor: 20_000 })

/** The versions that are published and hold from a later day, the next first. Kept, since every page of the shop says them, and left out at their very instant. */
export async function findComingDocuments(): Promise<ComingDocument[]> {
  const coming = await announced('', readAnnounced)
  return coming.filter(({ until }) => until > Date.now())
}

async function readAnnounced(): Promise<ComingDocument[]> {
  const asked = Date.now()
  const rows = await prisma.$queryRaw<{ kind: DocumentKind; version: number; from: Date; leftMs: number }[]>`
    SELECT kind, version, "validFrom" AS "from", (extract(epoch FROM "validFrom" - app_now()) * 1000)::float8 AS "leftMs" FROM "TextVersion"
    WHERE kind IN ('terms', 'privacy', 'rules') AND locale = 'zh-CN' AND "validFrom" > app_now() ORDER BY "validFrom", kind LIMIT 20`
  return rows.map(({ from, leftMs, ...row }) => ({ ...row, from: dayOf(from), until: asked + leftMs }))
}

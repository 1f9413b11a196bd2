import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'

/** The documents that hold now, in a language, as one word that a form brings back: what its reader saw. Compare with `documentsWord` of an order. */
export async function findDocumentsInForce(locale: Locale): Promise<string> {
  const [held] = await prisma.$queryRaw<Documents[]>`
    SELECT document_in_force('terms', ${locale}, app_now()) AS "termsId", document_in_force('privacy', ${locale}, app_now()) AS "privacyId",
      document_in_force('rules', ${locale}, app_now()) AS "rulesId"`
  return documentsWord(held ?? { termsId: null, privacyId: null, rulesId: null })
}

type Documents = { termsId: string | null; privacyId: string | null; rulesId: string | null }

/** Which version of each document, null before the first. */
export function documentsWord({ termsId, privacyId, rulesId }: Documents): string {
  return [termsId, privacyId, rulesId].map((id) => id ?? '').join('.')
}

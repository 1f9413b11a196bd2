import { Prisma, prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'

/** The documents that hold now, in a language, as one word that a form brings back: what its reader saw. Compare with `documentsWord` of an order. */
export async function findDocumentsInForce(locale: Locale): Promise<string> {
  const [row] = await prisma.$queryRaw<
    { documents: Documents }[]
  >`SELECT ${documentsSql(locale)} AS documents`
  return documentsWord(row?.documents ?? { termsId: null, privacyId: null, rulesId: null })
}

/** Which they are, a part of another statement. */
export function documentsSql(locale: Locale): Prisma.Sql {
  return Prisma.sql`jsonb_build_object('termsId', document_in_force('terms', ${locale}, app_now()), 'privacyId', document_in_force('privacy', ${locale}, app_now()),
    'rulesId', document_in_force('rules', ${locale}, app_now()))`
}

export type Documents = { termsId: string | null; privacyId: string | null; rulesId: string | null }

/** Which version of each document, null before the first. */
export function documentsWord({ termsId, privacyId, rulesId }: Documents): string {
  return [termsId, privacyId, rulesId].map((id) => id ?? '').join('.')
}

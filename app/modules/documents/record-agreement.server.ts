import { inScope } from '~/platform/db/in-scope.server'
import type { Locale } from '~/platform/i18n/locale'

/** Notes by which versions of the shop's documents somebody has just signed in: those in force, in the language she signs in by, each once. */
export async function recordAgreement({ userId, locale }: { userId: string; locale: Locale }): Promise<void> {
  await inScope(
    { job: 'sign_in' },
    (tx) => tx.$executeRaw`
    INSERT INTO "Agreement" ("userId", "textVersionId")
    SELECT ${userId}::uuid, d.id FROM unnest(ARRAY['terms', 'privacy', 'rules']) k, document_in_force(k, ${locale}, app_now()) AS d(id) WHERE d.id IS NOT NULL
    ON CONFLICT DO NOTHING`,
  )
}

import type { Actor } from '~/modules/auth/actor'
import { type ConsentText, findText } from '~/modules/settings/find-text.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Locale } from '~/platform/i18n/locale'

/** What she is asked before buyers hear her, and whether she agreed. */
export type VoiceConsent = { text: ConsentText | null; isGiven: boolean }

/** Her own consent to being heard; nobody else's. */
export async function findVoiceConsent({
  actor,
  locale,
}: {
  actor: Actor
  locale: Locale
}): Promise<VoiceConsent> {
  const [text, given] = await Promise.all([
    findText('public_voice', locale),
    inScope({ person: actor.personId }, (tx) =>
      tx.consent.count({
        where: { personId: actor.personId, purpose: 'public_voice', withdrawnAt: null },
      }),
    ),
  ])
  return { text, isGiven: given > 0 }
}

import { prisma, type Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'

/** The text that she agrees to when her money goes to an account in another name. */
export const otherNameConsent = 'account_in_other_name'

export type ConsentText = { id: string; title: string; body: string }

/** Its version valid now, in her language, else in Chinese. Null before there is one: then no card in another name can be registered. */
export async function findConsentText(locale: Locale, tx: Tx = prisma): Promise<ConsentText | null> {
  const [text] = await tx.$queryRaw<ConsentText[]>`
    SELECT id, title, body FROM "TextVersion" WHERE kind = ${otherNameConsent} AND "validFrom" <= app_now() AND locale IN (${locale}, 'zh-CN')
    ORDER BY locale = ${locale} DESC, version DESC LIMIT 1`
  return text ?? null
}

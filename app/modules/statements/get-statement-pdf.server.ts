import type { Actor } from '~/modules/auth/actor'
import { type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import type { Locale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { getStatement } from './get-statement.server'
import { writeStatementPdf } from './statement-pdf.server'

type PdfInput = { actor: Actor; purse: string; month: Day; locale: Locale; isLarge: boolean }

/** The month of a seller or a person as a file; refuses what getStatement refuses. */
export async function getStatementPdf({ actor, purse, month, locale, isLarge }: PdfInput): Promise<{
  name: string
  bytes: Buffer
}> {
  const statement = await getStatement({ actor, purse, month })
  const bytes = await writeStatementPdf({
    statement,
    t: translator(locale),
    locale,
    today: dayOf(await appNow()),
    isLarge,
  })
  return { name: `statement-${month.slice(0, 7)}${isLarge ? '-large' : ''}.pdf`, bytes }
}

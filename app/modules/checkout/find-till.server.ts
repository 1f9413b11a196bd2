import {
  type Documents,
  documentsSql,
  documentsWord,
} from '~/modules/documents/find-documents-in-force.server'
import { type ConsentText, textSql } from '~/modules/settings/find-text.server'
import { areTaken, type ReadTransfers, transfersSql } from '~/modules/settings/find-transfer-account.server'
import { settingOf, settingSql } from '~/modules/settings/setting-sql.server'
import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'

/** What a checkout's page shows beside the basket and the address. */
export type Till = {
  /** what she agrees to before her payment goes abroad */
  abroadText: ConsentText
  /** the documents that hold now, as one word that the form brings back */
  documents: string
  /** null while no transfer is taken, and for what goes abroad */
  transfer: { holdDays: number } | null
}

type Row = ReadTransfers & { abroadText: ConsentText | null; documents: Documents; holdDays: string | null }

/** By one statement what getText, findDocumentsInForce and findTransferOffer find. */
export async function findTill({ locale, country }: { locale: Locale; country: string }): Promise<Till> {
  const [row] = await prisma.$queryRaw<Row[]>`
    SELECT ${textSql('payment_abroad', locale)} AS "abroadText", ${documentsSql(locale)} AS documents, ${transfersSql}, ${settingSql('orders.transferHoldDays')} AS "holdDays"`
  if (!row?.abroadText) throw new Error('the text payment_abroad is missing')
  const { abroadText, documents, holdDays } = row
  const isOffered = country === 'CN' && areTaken(row)
  return {
    abroadText,
    documents: documentsWord(documents),
    transfer: isOffered ? { holdDays: settingOf('orders.transferHoldDays', holdDays) } : null,
  }
}

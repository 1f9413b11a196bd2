import { mayBeSent } from '~/modules/search/piece-sql.server'
import { type PieceRow, pictureOfRow } from '~/modules/search/piece-view'
import { prisma } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import type { Locale } from '~/platform/i18n/locale'
import type { PhotoData } from '~/ui/photo'

/** The head of a craft's page. */
export type CraftPage = { code: string; name: string; sentence: string; picture: PhotoData }

type CraftRow = Pick<PieceRow, 'contentHash' | 'width' | 'height' | 'altZh' | 'altEn' | 'avifAt'> & {
  code: string
  nameZh: string
  nameEn: string
  sentenceZh: string
  sentenceEn: string
}

/** A craft by its code. Refuses (404) one that is none. */
export async function getCraft(code: string, locale: Locale): Promise<CraftPage> {
  const [row] = await prisma.$queryRaw<CraftRow[]>`
    SELECT k.code, k."nameZh", k."nameEn", k."sentenceZh", k."sentenceEn", m."contentHash", m.width, m.height, m."altZh", m."altEn", m."avifAt"
    FROM "Craft" k LEFT JOIN "Media" m ON m.id = k."mediaId" AND ${mayBeSent} WHERE k.code = ${code}`
  if (!row) throw notFound()
  const name = locale === 'en' ? row.nameEn : row.nameZh
  return {
    code: row.code,
    name,
    sentence: locale === 'en' ? row.sentenceEn : row.sentenceZh,
    picture: pictureOfRow(row, locale, name),
  }
}

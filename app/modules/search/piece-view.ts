import { pictureOf } from '~/modules/media/picture'
import type { Locale } from '~/platform/i18n/locale'
import { toSafeNumber } from '~/platform/money'
import type { PhotoData } from '~/ui/photo'
import { type Availability, availabilityOf, type Supply } from './availability'
import { noPicture } from './no-picture'

/** A piece as a list shows it. */
export type PieceView = {
  slug: string
  title: string
  /** set where the title is not in the language of the page: no reviewed English yet */
  titleLang: 'zh-CN' | null
  sellerName: string
  county: string
  /** lowest price of its variants, fen */
  fromPriceFen: number
  /** whether another variant costs more */
  hasDearer: boolean
  availability: Availability
  /** it is on sale and goes over no border: its maker sends it inside the mainland only, or none lets it through */
  staysInside: boolean
  picture: PhotoData
  /** it shows her at work and stands by her consent: nothing that is sent out of the shop */
  isByConsent?: boolean
}

/** One row of the list query: public columns only. `titleEn` is null unless the text was reviewed. */
export type PieceRow = Supply & {
  id: string
  slug: string
  titleZh: string
  titleEn: string | null
  sellerZh: string
  sellerEn: string
  countyZh: string
  countyEn: string | null
  fromPriceFen: bigint
  highestFen: bigint
  staysInside: boolean
  contentHash: string | null
  width: number | null
  height: number | null
  altZh: string | null
  altEn: string | null
  avifAt: Date | null
  shot: string | null
}

/** The words that exist in a language, else the Chinese ones and the mark for it. */
export function wordsIn(
  locale: Locale,
  zh: string,
  en: string | null,
): { text: string; lang: 'zh-CN' | null } {
  if (locale === 'zh-CN') return { text: zh, lang: null }
  return en ? { text: en, lang: null } : { text: zh, lang: 'zh-CN' }
}

/** A row of the list query as a list shows it, in a language. */
export function pieceView(row: PieceRow, locale: Locale): PieceView {
  const title = wordsIn(locale, row.titleZh, row.titleEn)
  return {
    slug: row.slug,
    title: title.text,
    titleLang: title.lang,
    sellerName: locale === 'en' ? row.sellerEn : row.sellerZh,
    county: wordsIn(locale, row.countyZh, row.countyEn).text,
    fromPriceFen: toSafeNumber(row.fromPriceFen),
    hasDearer: row.highestFen > row.fromPriceFen,
    availability: availabilityOf(row),
    staysInside: row.staysInside,
    picture: pictureOfRow(row, locale, title.text),
    ...(row.shot === 'making' ? { isByConsent: true } : {}),
  }
}

/** The picture of a row that may have none. */
export function pictureOfRow(
  row: Pick<PieceRow, 'contentHash' | 'width' | 'height' | 'altZh' | 'altEn' | 'avifAt'>,
  locale: Locale,
  fallbackAlt: string,
): PhotoData {
  const { contentHash, width, height, altZh, altEn, avifAt } = row
  if (contentHash === null || width === null || height === null) return noPicture(fallbackAlt)
  return pictureOf({ contentHash, width, height, altZh, altEn, avifAt }, locale, fallbackAlt)
}

import type { ReactNode } from 'react'
import { useEstimate } from '~/modules/rates/components/estimate'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { PieceLabel } from '~/ui/piece-label'
import type { PieceView } from '../piece-view'
import { KeepPieceTab } from './marks'
import { whenOf } from './when-of'

type PieceCellProps = {
  piece: PieceView
  sizes?: string
  isFirst?: boolean
  headingLevel?: 2 | 3
  note?: ReactNode
}

/** A piece in a list: its picture and its label, in the language of the page. */
export function PieceCell({ piece, sizes, isFirst = false, headingLevel, note }: PieceCellProps) {
  const { t, locale, href } = useTranslator()
  const estimate = useEstimate()
  return (
    <PieceLabel
      piece={{
        href: href(paths.product({ slug: piece.slug })),
        title: piece.title,
        titleLang: piece.titleLang ?? undefined,
        photo: piece.picture,
        by: t('shop.by', { seller: piece.sellerName, county: piece.county }),
        priceFen: piece.fromPriceFen,
        ...(piece.hasDearer ? { priceNote: t('shop.andUp') } : {}),
        estimate: estimate(piece.fromPriceFen),
        // whoever reads Chinese is taken to be in the mainland
        ...(piece.staysInside && locale === 'en' ? { where: t('abroad.staysInside') } : {}),
        when: whenOf(piece.availability, t),
      }}
      locale={locale}
      sizes={sizes}
      eager={isFirst}
      headingLevel={headingLevel}
      tab={<KeepPieceTab slug={piece.slug} title={piece.title} />}
      note={note}
    />
  )
}

import type { ComponentProps, ReactNode } from 'react'
import { useEstimate } from '~/modules/rates/components/estimate'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { KeepTab } from '~/ui/keep-tab'
import { PieceLabel } from '~/ui/piece-label'
import type { PieceView } from '../piece-view'
import { useKeepTab } from './marks'
import { whenOf } from './when-of'

/** How a list shows a piece; of a shop that rests, without when it can leave. */
export type CellLook = { sizes?: string; isFirst?: boolean; headingLevel?: 2 | 3; isResting?: boolean }

/** All that a cell is drawn from. */
export type CellData = Omit<ComponentProps<typeof PieceLabel>, 'tab' | 'note'> & {
  tab: ComponentProps<typeof KeepTab>
}

/** What a cell says of a piece, in the language and the currency of the page and to this visitor. */
export function useCell(): (piece: PieceView, look: CellLook) => CellData {
  const { t, locale, href } = useTranslator()
  const estimate = useEstimate()
  const keepTab = useKeepTab()
  return (piece, { sizes, isFirst = false, headingLevel, isResting = false }) => ({
    piece: {
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
      ...(isResting ? {} : { when: whenOf(piece.availability, t) }),
    },
    locale,
    sizes,
    eager: isFirst,
    headingLevel,
    tab: keepTab(piece),
  })
}

/** A piece in a list: its picture and its label. `note` is true of it in this list alone. */
export function PieceCell({ tab, ...label }: CellData & { note?: ReactNode }) {
  return <PieceLabel {...label} tab={<KeepTab {...tab} />} />
}

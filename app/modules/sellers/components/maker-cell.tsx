import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Photo } from '~/ui/photo'
import { WholeWords } from '~/ui/whole-words'
import type { MakerView } from '../find-makers.server'
import { craftsText } from '../list-crafts'

/** A maker in a list: her newest piece, her name, where she works and what she makes. */
export function MakerCell({ maker, isFirst }: { maker: MakerView; isFirst: boolean }) {
  const { t, locale, href } = useTranslator()
  return (
    <article className="piece">
      <a className="piece-link" href={href(paths.maker({ slug: maker.slug }))}>
        <span className="piece-picture">
          <Photo photo={maker.picture} sizes="(min-width: 67.5em) 21vw, 44vw" eager={isFirst} alt="" />
        </span>
        <h2 className="piece-name">
          <WholeWords text={maker.name} />
        </h2>
      </a>
      <p className="piece-by">
        {t('shop.by', { seller: craftsText(maker.crafts, locale), county: maker.county })}
      </p>
      <p className="piece-facts small quiet">
        <span className="num">{t('shop.makerPieces', { count: maker.pieceCount })}</span>
      </p>
    </article>
  )
}

import { paths } from '~/paths'
import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { ButtonLink } from '~/ui/button-link'
import { Knot } from '~/ui/knot'
import { RailSection } from '~/ui/rail-section'
import type { Instead } from '../find-instead.server'
import { PieceCell } from './piece-cell'

const titles: Record<Instead['likeness'], MessageKey> = {
  maker: 'shop.insteadMaker',
  words: 'shop.insteadWords',
  new: 'shop.homeNew',
}

/** The page of a piece that is not there, or no longer: says so, and shows what may have been meant. */
export function MissingPiece({ instead: { gone, pieces, likeness } }: { instead: Instead }) {
  const { t, href } = useTranslator()
  return (
    <>
      <div className="wrap wrap-form answer">
        <Knot variant="dashed" />
        <h1>{gone ? t('shop.goneTitle', { title: gone.title }) : t('shop.missingTitle')}</h1>
        <p>{gone ? t('shop.goneText', { seller: gone.sellerName }) : t('shop.missingText')}</p>
        <div className="acts">
          <ButtonLink href={href(paths.search())}>{t('shop.problemAction')}</ButtonLink>
        </div>
      </div>
      {pieces.length > 0 ? (
        <RailSection title={t(titles[likeness])}>
          <div className="vitrine vitrine-four">
            {pieces.map((piece) => (
              <PieceCell key={piece.slug} piece={piece} sizes="(min-width: 67.5em) 20vw, 44vw" />
            ))}
          </div>
        </RailSection>
      ) : null}
    </>
  )
}

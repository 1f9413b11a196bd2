import { useTranslator } from '~/platform/i18n/use-translator'
import { RailSection } from '~/ui/rail-section'
import type { PieceView } from '../piece-view'
import { PieceCell } from './piece-cell'

/** Other pieces of the same shop. Nothing when there are none. */
export function MorePieces({ pieces }: { pieces: readonly PieceView[] }) {
  const { t } = useTranslator()
  if (pieces.length === 0) return null
  return (
    <RailSection title={t('shop.moreTitle')}>
      <div className="vitrine vitrine-four">
        {pieces.map((piece) => (
          <PieceCell key={piece.slug} piece={piece} sizes="(min-width: 67.5em) 21vw, 50vw" />
        ))}
      </div>
    </RailSection>
  )
}

import { RailSection } from '~/ui/rail-section'
import type { PieceView } from '../piece-view'
import { PieceCell } from './piece-cell'

/** Other pieces beside one. Nothing when there are none. */
export function MorePieces({ title, pieces }: { title: string; pieces: readonly PieceView[] }) {
  if (pieces.length === 0) return null
  return (
    <RailSection title={title}>
      <div className="vitrine vitrine-four">
        {pieces.map((piece) => (
          <PieceCell key={piece.slug} piece={piece} sizes="(min-width: 67.5em) 20vw, 44vw" />
        ))}
      </div>
    </RailSection>
  )
}

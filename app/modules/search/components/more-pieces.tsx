import { RailSection } from '~/ui/rail-section'
import type { PieceView } from '../piece-view'
import { Vitrine } from './vitrine'

/** Other pieces beside one. Nothing when there are none. */
export function MorePieces({ title, pieces }: { title: string; pieces: readonly PieceView[] }) {
  if (pieces.length === 0) return null
  return (
    <RailSection title={title}>
      <Vitrine pieces={pieces} />
    </RailSection>
  )
}

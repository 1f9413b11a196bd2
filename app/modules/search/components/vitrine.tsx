import { KeptList } from '~/platform/http/kept-markup'
import type { PieceView } from '../piece-view'
import { type CellLook, useCellPart } from './piece-cell'

/** The width of a picture where four stand beside each other. */
export const fourBeside = '(min-width: 67.5em) 20vw, 44vw'

type VitrineProps = {
  pieces: readonly PieceView[]
  className?: string
  /** how the one at a place is shown */
  look?: (at: number) => CellLook
}

/** Pieces beside each other, four in a row if nothing else is said. */
export function Vitrine({
  pieces,
  className = 'vitrine vitrine-four',
  look = () => ({ sizes: fourBeside }),
}: VitrineProps) {
  const part = useCellPart()
  const parts = pieces.map((piece, at) => part(piece, look(at)))
  return <KeptList className={className} name="cell" parts={parts} />
}

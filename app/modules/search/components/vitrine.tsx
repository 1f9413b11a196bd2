import type { PieceView } from '../piece-view'
import { cellMarkup } from './cell-markup'
import { type CellLook, useCell } from './piece-cell'

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
  const cell = useCell()
  const cells = pieces.map((piece, at) => cellMarkup(cell(piece, look(at))))
  // biome-ignore lint/security/noDangerouslySetInnerHtml: every word in it is escaped
  return <div className={className} dangerouslySetInnerHTML={{ __html: cells.join('') }} />
}

import { PieceCell, useCell } from '~/modules/search/components/piece-cell'
import { fourBeside } from '~/modules/search/components/vitrine'
import type { Translate } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { formatFen } from '~/ui/format-fen'
import { RailSection } from '~/ui/rail-section'
import type { UiLocale } from '~/ui/ui-types'
import type { KeptPiece } from '../favourites-view'

/** What she keeps, each with what happened to it since. */
export function KeptPieces({ pieces }: { pieces: readonly KeptPiece[] }) {
  const { t, locale } = useTranslator()
  const cell = useCell()
  if (pieces.length === 0) return null
  return (
    <RailSection title={t('shop.keptPieces')}>
      <div className="vitrine vitrine-four">
        {pieces.map((piece) => (
          <PieceCell
            key={piece.slug}
            {...cell(piece, { sizes: fourBeside })}
            note={<KeptNote piece={piece} t={t} locale={locale} />}
          />
        ))}
      </div>
    </RailSection>
  )
}

function KeptNote({ piece, t, locale }: { piece: KeptPiece; t: Translate; locale: UiLocale }) {
  const waits = stateText(piece, t)
  if (waits) return <p className="kept-note kept-note-waits">{waits}</p>
  const change = piece.fromPriceFen - piece.keptFen
  if (change === 0) return null
  return (
    <p className={change < 0 ? 'kept-note kept-note-cheaper' : 'kept-note kept-note-waits'}>
      {t(change < 0 ? 'shop.keptCheaper' : 'shop.keptDearer', {
        was: formatFen(piece.keptFen, 'shop', locale),
        by: formatFen(Math.abs(change), 'shop', locale),
      })}
    </p>
  )
}

function stateText({ state, availability }: KeptPiece, t: Translate): string | null {
  if (state === 'gone') return t('shop.keptGone')
  if (state === 'paused') return t('shop.keptPaused')
  return availability.kind === 'sold_out' ? t('shop.keptSoldOut') : null
}

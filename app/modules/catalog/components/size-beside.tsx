import type { ReactNode } from 'react'
import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { drawSize, type Familiar, inCentimetres, type Sides, type SizeDrawing } from '../size-beside'

const besideTexts = {
  coin: 'shop.besideCoin',
  hand: 'shop.besideHand',
  sheet: 'shop.besideSheet',
} as const satisfies Record<Familiar, MessageKey>

/** half of the stroke that closes a measure */
const tick = 3
/** from a measure to the line that it is of */
const off = 9
const textHeight = 13

/** The outlines of the piece and of something familiar on one ground, to one scale, with its measures; the words below say the same. */
export function SizeBeside({ sides }: { sides: Sides }) {
  const { t } = useTranslator()
  const { beside, scale, width, height, piece, back, familiar } = drawSize(sides)
  const { widthMm, heightMm, depthMm } = sides
  const measures = { width: inCentimetres(widthMm), height: inCentimetres(heightMm) }
  const [left, ground] = [piece.x - off, piece.y + piece.height]
  const below = ground + off
  return (
    <figure className="size-beside">
      <svg
        viewBox={`0 -1 ${round(width + 1)} ${round(height + 1)}`}
        style={{ width: `${round(width / 16)}rem` }}
        aria-hidden="true"
        focusable="false"
      >
        <path className="size-piece" d={outline(piece, back)} />
        <g transform={`translate(${round(familiar.x)} ${round(familiar.y)}) scale(${scale.toFixed(4)})`}>
          {drawings[beside]}
        </g>
        <path d={`M${piece.x - off} ${round(ground)}H${round(width)}`} />
        <path
          d={`M${left - tick} ${round(piece.y)}h${2 * tick}m${-tick} 0V${round(ground)}M${piece.x} ${round(below - tick)}v${2 * tick}m0 ${-tick}h${round(piece.width)}m0 ${-tick}v${2 * tick}`}
        />
        <text x={left - 2 * tick} y={round(piece.y + (piece.height + textHeight) / 2 - 2)} textAnchor="end">
          {t('shop.sizeMark', { length: measures.height })}
        </text>
        <text x={round(piece.x + piece.width / 2)} y={round(below + textHeight + 4)} textAnchor="middle">
          {t('shop.sizeMark', { length: measures.width })}
        </text>
      </svg>
      <figcaption>
        {depthMm === null
          ? t('shop.sizeFlat', measures)
          : t('shop.sizeDeep', { ...measures, depth: inCentimetres(depthMm) })}
        {t(besideTexts[beside])}
      </figcaption>
    </figure>
  )
}

const round = (length: number) => Math.round(length * 10) / 10

/** The front of a piece and, where it has a depth, the edges that run back from it. */
function outline({ x, y, width, height }: SizeDrawing['piece'], back: number): string {
  const [w, h, b] = [round(width), round(height), round(back)]
  const front = `M${round(x)} ${round(y)}h${w}v${h}h${-w}z`
  return b === 0 ? front : `${front}l${b} ${-b}h${w}l${-b} ${b}l${b} ${-b}v${h}l${-b} ${b}`
}

/** Each in its own measure, mm. */
const drawings: Record<Familiar, ReactNode> = {
  coin: (
    <>
      <circle cx="12.5" cy="12.5" r="12.5" />
      <circle cx="12.5" cy="12.5" r="10.6" />
      <path d="M10.6 8.6 12.7 7v11M10 18h5.4" />
    </>
  ),
  hand: (
    <path d="M27 180V150C18 141 12 131 5 113 2 104 0 98 1 95c2-5 8-5 11-1l13 21V33c0-9 14-9 14 0v50h2V9c0-11 15-11 15 0v74h2V17c0-10 14-10 14 0v68h2V40c0-9 13-9 13 0v76c0 18-6 27-13 35v29Z" />
  ),
  sheet: (
    <>
      <path d="M0 0h170l40 40v257H0Z" />
      <path d="M170 0v40h40M30 90h150M30 120h150M30 150h150M30 180h95" />
    </>
  ),
}

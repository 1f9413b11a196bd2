import type { ReactNode } from 'react'
import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { drawSize, type Familiar, inCentimetres, type Sides } from '../size-beside'

const besideTexts = {
  coin: 'shop.besideCoin',
  hand: 'shop.besideHand',
  sheet: 'shop.besideSheet',
} as const satisfies Record<Familiar, MessageKey>

/** The piece as a plate beside something familiar, to one scale; the words below say the same. */
export function SizeBeside({ sides }: { sides: Sides }) {
  const { t } = useTranslator()
  const { beside, width, height, piece, familiar } = drawSize(sides)
  const { widthMm, heightMm, depthMm } = sides
  const measures = { width: inCentimetres(widthMm), height: inCentimetres(heightMm) }
  return (
    <figure className="size-beside">
      <svg viewBox={`-1 -1 ${width + 2} ${height + 2}`} aria-hidden="true" focusable="false">
        <rect className="size-piece" {...piece} />
        <g className="size-familiar" transform={`translate(${familiar.x} ${familiar.y})`}>
          {drawings[beside]}
        </g>
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

/** Each in its own measure, mm. */
const drawings: Record<Familiar, ReactNode> = {
  coin: (
    <>
      <circle cx="12.5" cy="12.5" r="12.5" />
      <circle className="size-line" cx="12.5" cy="12.5" r="10.6" />
      <path className="size-line" d="M10.6 8.6 12.7 7v11M10 18h5.4" />
    </>
  ),
  hand: (
    <path d="M27 180V150C18 141 12 131 5 113 2 104 0 98 1 95c2-5 8-5 11-1l13 21V33c0-9 14-9 14 0v50h2V9c0-11 15-11 15 0v74h2V17c0-10 14-10 14 0v68h2V40c0-9 13-9 13 0v76c0 18-6 27-13 35v29Z" />
  ),
  sheet: (
    <>
      <path d="M0 0h170l40 40v257H0Z" />
      <path className="size-line" d="M170 0v40h40M30 90h150M30 120h150M30 150h150M30 180h95" />
    </>
  ),
}

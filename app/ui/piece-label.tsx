import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Photo, type PhotoData } from './photo'
import { Price } from './price'
import type { UiLocale } from './ui-types'
import { type When, WhenLine } from './when-line'
import { WholeWords } from './whole-words'

/** What a list needs to know of a piece. */
export type Piece = {
  href: string
  title: string
  /** Set where the title is not in the language of the page ("zh-CN" on an English page). */
  titleLang?: UiLocale
  photo: PhotoData
  /** Shop and county: "桂兰结艺 · 榆中县". */
  by: string
  /** Set where the `by` line is not in the language of the page. */
  byLang?: UiLocale
  priceFen: number
  /** "起", "and up": set where another variant costs more. */
  priceNote?: string
  /** "about US$24": what it is in another currency. */
  estimate?: string | null
  /** "Within China only": where it cannot go, for readers whom that concerns. */
  where?: string
  /** When it can leave. */
  when?: When
}

type PieceLabelProps = {
  piece: Piece
  locale: UiLocale
  /** As in the HTML attribute; the vitrine's own widths by default. */
  sizes?: string
  eager?: boolean
  headingLevel?: 2 | 3
  /** Stands on the upper corner of the picture. */
  tab?: ReactNode
  /** Under the label: what is true of this piece in this list alone. */
  note?: ReactNode
  className?: string
}

/** The width of a picture in a list. */
export const vitrineSizes = '(min-width: 67.5em) 21vw, (min-width: 45em) 28vw, 44vw'

/** A picture and its museum label: name, hand, county, price, when. Never a card. */
export function PieceLabel({
  piece,
  locale,
  sizes,
  eager,
  headingLevel = 3,
  tab,
  note,
  className,
}: PieceLabelProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  return (
    <article className={classNames('piece', className)}>
      <a className="piece-link" href={piece.href}>
        <span className="piece-picture">
          <Photo
            photo={piece.photo}
            sizes={sizes ?? vitrineSizes}
            eager={eager}
            alt={piece.photo.alt === piece.title ? '' : piece.photo.alt}
          />
        </span>
        <Heading className="piece-name" lang={piece.titleLang}>
          <WholeWords text={piece.title} />
        </Heading>
      </a>
      {tab}
      <p className="piece-by" lang={piece.byLang}>
        {piece.by}
      </p>
      <p className="piece-facts">
        <span className="nowrap">
          <Price fen={piece.priceFen} locale={locale} />
          {piece.priceNote ? <small className="tiny quiet"> {piece.priceNote}</small> : null}
        </span>
        {piece.when ? <WhenLine {...piece.when} /> : null}
      </p>
      {piece.estimate || piece.where ? (
        <p className="piece-facts tiny quiet">
          {piece.estimate ? <span className="nowrap">{piece.estimate}</span> : null}
          {piece.where ? <span>{piece.where}</span> : null}
        </p>
      ) : null}
      {note}
    </article>
  )
}

import type { ReactNode } from 'react'
import { formatFen } from './format-fen'
import { Knot } from './knot'
import { Photo, type PhotoData } from './photo'
import type { UiLocale } from './ui-types'
import { keepUnits, Unbroken } from './unbroken'

/** A line of an order or a basket. `controls` are the basket's quantity and remove forms. */
export type ParcelLine = {
  key: string
  title: string
  href?: string
  titleLang?: UiLocale
  photo?: PhotoData
  note?: ReactNode
  /** null: it costs nothing because it cannot be had */
  amountFen: number | null
  controls?: ReactNode
}

type ParcelProps = {
  /** "包裹一" */
  name: string
  /** "桂兰结艺，榆中" */
  from: ReactNode
  lines: ReadonlyArray<ParcelLine>
  /** "11 月 25 日前寄，邮政" */
  leaves: string
  /** "平常 12 月 1 日前能到" */
  arrives?: string | null
  /** "¥12.00", "邮费已含" */
  postage: string
  locale: UiLocale
  headingLevel?: 2 | 3
}

/** What one maker sends: a bundle tied with cord, one knot where the cord crosses. */
export function Parcel({
  name,
  from,
  lines,
  leaves,
  arrives = null,
  postage,
  locale,
  headingLevel = 3,
}: ParcelProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  return (
    <section className="parcel">
      <div className="parcel-tie">
        <Knot className="parcel-knot" />
      </div>
      <Heading className="parcel-title">
        <span>{name}</span> {from}
      </Heading>
      <ul className="parcel-lines">
        {lines.map((line) => (
          <li key={line.key} className="parcel-line">
            {line.photo ? <Photo className="parcel-photo" photo={line.photo} sizes="5rem" alt="" /> : null}
            <div className="parcel-words">
              <p lang={line.titleLang}>{line.href ? <a href={line.href}>{line.title}</a> : line.title}</p>
              {line.note ? <p className="parcel-note">{line.note}</p> : null}
              {line.controls}
            </div>
            <span className="parcel-amount num">
              {line.amountFen === null ? null : formatFen(line.amountFen, 'exact', locale)}
            </span>
          </li>
        ))}
      </ul>
      <p className="parcel-post">
        <span>
          {keepUnits(leaves)}
          {arrives === null ? null : <span className="block">{keepUnits(arrives)}</span>}
        </span>
        <span className="num">
          <Unbroken text={keepUnits(postage)} />
        </span>
      </p>
    </section>
  )
}

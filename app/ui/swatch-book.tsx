import { Photo, type PhotoData } from './photo'

/** A craft, shown by its material: crafts have no icons. */
export type Swatch = { href: string; name: string; count: number; photo: PhotoData }

/** The nine crafts as a book of swatches: three by three on a phone, nine tall strips on a desk. */
export function SwatchBook({ swatches }: { swatches: ReadonlyArray<Swatch> }) {
  return (
    <ul className="swatches">
      {swatches.map((swatch) => (
        <li key={swatch.href} className="swatch">
          <a className="swatch-link" href={swatch.href}>
            <span className="swatch-picture">
              <Photo photo={swatch.photo} sizes="(min-width: 45em) 11vw, 33vw" alt="" />
            </span>
            <span className="swatch-words">
              <b className="swatch-name">{swatch.name}</b>
              <span className="swatch-count num">{swatch.count}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

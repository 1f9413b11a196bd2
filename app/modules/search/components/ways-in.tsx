import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { PlaceTiles } from '~/ui/place-tiles'
import { RailSection } from '~/ui/rail-section'
import { occasionTitle } from '../attributes'
import { countText } from '../count-text'
import { countySquares } from '../county-squares'
import type { WaysIn } from '../find-ways-in.server'

type WaysIntoProps = {
  ways: WaysIn
  /** occasions of these weeks, before those of always */
  signs: readonly { id: string; title: string; text: string; link: string }[]
}

/** Into the shop by what a piece is for, for companies too, and by where it comes from. */
export function WaysInto({ ways, signs }: WaysIntoProps) {
  const { t, href } = useTranslator()
  const occasions = ways.occasions.filter(({ count }) => count > 0)
  return (
    <>
      {occasions.length + signs.length > 0 ? (
        <RailSection title={t('shop.homeOccasions')}>
          <ul className="occasions">
            {signs.map(({ id, title, text, link }) => (
              <li key={id}>
                <a href={href(link)}>
                  <b className="occasion-name">{title}</b>
                  <span>{text}</span>
                </a>
              </li>
            ))}
            {occasions.map(({ code, count }) => (
              <li key={code}>
                <a href={href(paths.search({ occasion: code }))}>
                  <b className="occasion-name">{t(occasionTitle[code])}</b>
                  <span className="num">{t('shop.homePieces', { count: countText(count) })}</span>
                </a>
              </li>
            ))}
            <li>
              <a href={href(`${paths.help()}#company`)}>
                <b className="occasion-name">{t('shop.homeCompany')}</b>
                <span>{t('shop.homeCompanyText')}</span>
              </a>
            </li>
          </ul>
        </RailSection>
      ) : null}
      {ways.counties.some(({ count }) => count > 0) ? (
        <RailSection title={t('shop.homePlaces')}>
          <PlaceTiles
            note={t('shop.homePlacesNote')}
            tiles={ways.counties.flatMap(({ code, name, count }) => {
              const square = countySquares.get(code)
              if (!square) return []
              return {
                key: code,
                name,
                ...square,
                text: count > 0 ? t('shop.homePieces', { count: countText(count) }) : t('shop.homeNoPieces'),
                href: count > 0 ? href(paths.search({ place: code })) : null,
              }
            })}
          />
        </RailSection>
      ) : null}
    </>
  )
}

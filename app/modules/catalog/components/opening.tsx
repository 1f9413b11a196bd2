import { SearchForm } from '~/modules/search/components/search-form'
import { SeasonLine } from '~/modules/season/components/season-line'
import type { SolarTerm } from '~/modules/season/solar-term'
import { termTexts } from '~/modules/season/term-texts'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Photo } from '~/ui/photo'
import { Price } from '~/ui/price'
import { TitleSlip } from '~/ui/title-slip'
import type { OpeningPiece } from '../find-opening-piece.server'

/** The first screen: one picture off the edge, the slip of the season over it, one line of what this is, search. */
export function Opening({ piece, term }: { piece: OpeningPiece; term: SolarTerm }) {
  const { t, locale, href } = useTranslator()
  const { first, second } = termTexts(term)
  const address = href(paths.product({ slug: piece.slug }))
  return (
    <section className="opening">
      <SeasonLine term={term} />
      <a className="opening-picture" href={address}>
        <Photo photo={piece.picture} sizes="(min-width: 45em) 72vw, 88vw" eager />
      </a>
      <TitleSlip className="opening-slip" lines={[t(first), t(second)]} />
      <p className="opening-caption">
        <a href={address}>
          <b lang={piece.titleLang ?? undefined}>{piece.title}</b>
          {t('shop.openingBy', { seller: piece.sellerName, county: piece.county })}{' '}
          <Price className="nowrap" fen={piece.fromPriceFen} locale={locale} />
        </a>
      </p>
      <div className="opening-say">
        <p className="lead">
          {t('shop.homeSayFirst')}
          <br />
          {t('shop.homeSaySecond')}
        </p>
        <SearchForm />
      </div>
    </section>
  )
}

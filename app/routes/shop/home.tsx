import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { PriceStrands, strandsWord } from '~/modules/cart/components/price-strands'
import { splitPrice } from '~/modules/cart/split-price.server'
import { Opening } from '~/modules/catalog/components/opening'
import { findCrafts } from '~/modules/catalog/find-crafts.server'
import { findOpeningPiece } from '~/modules/catalog/find-opening-piece.server'
import { PageProblem } from '~/modules/search/components/page-problem'
import { PieceCell } from '~/modules/search/components/piece-cell'
import { WaysInto } from '~/modules/search/components/ways-in'
import { countySquares } from '~/modules/search/county-squares'
import { findNewPieces } from '~/modules/search/find-new-pieces.server'
import { findWaysIn } from '~/modules/search/find-ways-in.server'
import { pageHead } from '~/modules/search/page-head.server'
import { pageMeta } from '~/modules/search/page-meta'
import { solarTermOn } from '~/modules/season/solar-term'
import { SpeakingMaker } from '~/modules/sellers/components/speaking-maker'
import { findSpeakingMaker } from '~/modules/sellers/find-speaking-maker.server'
import { findSaleTerms } from '~/modules/settings/find-sale-terms.server'
import { paths } from '~/paths'
import { formatMoney } from '~/platform/i18n/format'
import { requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { ButtonLink } from '~/ui/button-link'
import { EmptyState } from '~/ui/empty-state'
import { RailSection } from '~/ui/rail-section'
import { SwatchBook } from '~/ui/swatch-book'

/** How wide the newest pieces hang, as styles/shop/home.css does: the first large, the others by their place on the wall. */
const firstNew = '(min-width: 45em) 36vw, 88vw'
const otherNew = '(min-width: 45em) 20vw, 44vw'
const hungNew = [
  firstNew,
  otherNew,
  otherNew,
  '(min-width: 45em) 13vw, 44vw',
  '(min-width: 45em) 28vw, 44vw',
] as const

export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const locale = requestLocale(request)
  const t = translator(locale)
  const [terms, crafts, newest, ways] = await Promise.all([
    findSaleTerms(),
    findCrafts(locale),
    findNewPieces(locale, 5),
    findWaysIn(locale, [...countySquares.keys()]),
  ])
  const term = solarTermOn(terms.today)
  const opening = await findOpeningPiece(locale, term.from)
  const speaker = await findSpeakingMaker({ locale, turn: term.from, exceptProductSlug: opening?.slug ?? '' })
  const example = newest[0]
  return {
    term,
    crafts,
    newest,
    ways,
    opening,
    speaker,
    example: example
      ? { title: example.title, split: splitPrice(BigInt(example.fromPriceFen), terms) }
      : null,
    returnWindowDays: terms.returnWindowDays,
    head: pageHead(request, {
      title: t('shop.homeTitle'),
      description: t('shop.homeDescription'),
      ...(opening ? { picture: opening.picture } : {}),
    }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) => pageMeta(data?.head, page)

export default function Home() {
  const { term, crafts, newest, ways, opening, speaker, example, returnWindowDays } =
    useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  return (
    <>
      {opening ? (
        <Opening piece={opening} term={term} />
      ) : (
        <div className="wrap pt-9">
          <EmptyState title={t('shop.homeEmptyTitle')} text={t('shop.homeEmptyText')} />
        </div>
      )}
      {crafts.length > 0 ? (
        <RailSection title={t('shop.homeCrafts')}>
          <SwatchBook
            swatches={crafts.map((craft) => ({
              href: href(paths.craft({ craft: craft.code })),
              name: craft.name,
              count: craft.count,
              photo: craft.picture,
            }))}
          />
        </RailSection>
      ) : null}
      {newest.length > 0 ? (
        <RailSection title={t('shop.homeNew')}>
          <div className={newest.length === 5 ? 'hang' : 'vitrine vitrine-four'}>
            {newest.map((piece, at) => (
              <PieceCell
                key={piece.slug}
                piece={piece}
                sizes={newest.length === 5 ? hungNew[at] : otherNew}
              />
            ))}
          </div>
          <p className="mt-9">
            <ButtonLink kind="text" href={href(paths.search())}>
              {t('shop.homeSeeAll', { count: crafts.reduce((pieces, craft) => pieces + craft.count, 0) })}
            </ButtonLink>
          </p>
        </RailSection>
      ) : null}
      <WaysInto ways={ways} />
      {speaker ? <SpeakingMaker maker={speaker} /> : null}
      {example?.split ? (
        <RailSection title={t('shop.homeMoney')}>
          <p className="lead mb-4">
            {t('shop.homeMoneyLead', {
              title: example.title,
              paid: formatMoney(locale, example.split.paidFen),
              strands: strandsWord(example.split, t),
            })}
          </p>
          <PriceStrands split={example.split} returnWindowDays={returnWindowDays} />
        </RailSection>
      ) : null}
    </>
  )
}

export function ErrorBoundary() {
  return <PageProblem />
}

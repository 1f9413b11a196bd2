import { PriceStrands, strandsWord } from '~/modules/cart/components/price-strands'
import { Opening } from '~/modules/catalog/components/opening'
import { Vitrine } from '~/modules/search/components/vitrine'
import { WaysInto } from '~/modules/search/components/ways-in'
import { SpeakingMaker } from '~/modules/sellers/components/speaking-maker'
import { paths } from '~/paths'
import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { ButtonLink } from '~/ui/button-link'
import { EmptyState } from '~/ui/empty-state'
import { RailSection } from '~/ui/rail-section'
import { SwatchBook } from '~/ui/swatch-book'
import type { HomePageView } from '../find-home-page.server'
import { Assurances } from './assurances'
import { HomeBanner } from './home-banner'

/** How wide the newest pieces hang, as styles/shop/home.css does: the first large. */
const firstNew = '(min-width: 45em) 43vw, 88vw'
const otherNew = '(min-width: 45em) 20vw, 44vw'

/** The first page, for visitors and for whoever looks at it beforehand. */
export function HomePage({ page }: { page: HomePageView }) {
  const { term, crafts, newest, ways, opening, speakers, content, example, returnWindowDays } = page
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
      {newest.length > 0 ? <Assurances returnWindowDays={returnWindowDays} /> : null}
      {content.banners.map((banner) => (
        <HomeBanner key={banner.id} banner={banner} />
      ))}
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
          <Vitrine
            pieces={newest}
            className={newest.length === 5 ? 'hang' : undefined}
            look={(at) => ({ sizes: newest.length === 5 && at === 0 ? firstNew : otherNew })}
          />
          <p className="mt-9">
            <ButtonLink kind="text" href={href(paths.search())}>
              {t('shop.homeSeeAll', { count: crafts.reduce((pieces, craft) => pieces + craft.count, 0) })}
            </ButtonLink>
          </p>
        </RailSection>
      ) : null}
      <WaysInto ways={ways} signs={content.occasions} />
      {speakers.map((maker) => (
        <SpeakingMaker key={maker.slug} maker={maker} isOfTheWeek={content.sellerIds.length > 0} />
      ))}
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

import { paths } from '~/paths'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { EmptyState } from '~/ui/empty-state'
import { Chip } from '~/ui/facet'
import { formatFen } from '~/ui/format-fen'
import type { FilterView } from '../filter-view'
import type { Facets } from '../find-facets.server'
import type { PieceView } from '../piece-view'
import { Filters } from './filters'
import { PieceCell } from './piece-cell'

/** Everything that a list's page shows below its head. */
type BrowseData = {
  pieces: PieceView[]
  /** query string of the next page */
  next: string | null
  filter: FilterView
  facets: Facets
  stockShipDays: number
}

type BrowseProps = BrowseData & {
  /** the address of the list without its query */
  path: string
  hasCrafts: boolean
  /** where the empty list leads */
  everything: string
}

/** Filters, the result bar, the vitrine, the way on. */
export function Browse({ path, hasCrafts, everything, ...list }: BrowseProps) {
  return (
    <div className="browse">
      <Filters
        action={path}
        filter={list.filter}
        facets={list.facets}
        hasCrafts={hasCrafts}
        stockShipDays={list.stockShipDays}
      />
      <section>
        <ResultBar path={path} filter={list.filter} facets={list.facets} />
        {list.pieces.length > 0 ? (
          <div className="vitrine">
            {list.pieces.map((piece, index) => (
              <PieceCell key={piece.slug} piece={piece} isFirst={index < 2} headingLevel={2} />
            ))}
          </div>
        ) : (
          <NothingFound filter={list.filter} crafts={list.facets.crafts} everything={everything} />
        )}
        <NextPage path={path} next={list.next} filter={list.filter} />
      </section>
    </div>
  )
}

function NothingFound({
  filter,
  crafts,
  everything,
}: {
  filter: FilterView
  crafts: Facets['crafts']
  everything: string
}) {
  const { t, href } = useTranslator()
  return (
    <div className="mt-9">
      <EmptyState {...emptyWords(filter, t)} action={{ text: t('shop.emptyAction'), href: everything }} />
      <p className="sort mt-5">
        <span className="quiet">{t('shop.otherCrafts')}</span>
        {crafts.map(({ value, text }) => (
          <a key={value} href={href(paths.craft({ craft: value }))}>
            {text}
          </a>
        ))}
      </p>
    </div>
  )
}

function emptyWords({ q, chosen }: FilterView, t: Translate): { title: string; text: string } {
  if (chosen.length > 0) return { title: t('shop.emptyFiltersTitle'), text: t('shop.emptyFiltersText') }
  if (q) return { title: t('shop.emptySearchTitle', { q }), text: t('shop.emptySearchText') }
  return { title: t('shop.emptyShopTitle'), text: t('shop.emptyShopText') }
}

function ResultBar({ path, filter, facets }: { path: string; filter: FilterView; facets: Facets }) {
  const { t, locale } = useTranslator()
  return (
    <div className="browse-bar">
      <p className="browse-count">
        <span>
          <b className="num">{facets.total}</b> {t(facets.hasMore ? 'shop.countMore' : 'shop.countWord')}
          {filter.chosen.length > 0 ? t('shop.countChosen') : null}
        </span>
        {filter.chosen.map((chip) => (
          <Chip
            key={`${chip.kind}${chip.value}`}
            text={chipText(chip, filter, t, locale)}
            href={path + chip.search}
            remove={t('shop.remove')}
          />
        ))}
        {filter.chosen.length > 1 ? (
          <a className="link link-line small" href={path + filter.clear}>
            {t('shop.clearAll')}
          </a>
        ) : null}
      </p>
      <p className="sort">
        <span className="quiet">{t('shop.sort')}</span>
        {filter.sorts.map(({ sort, search }) => (
          <a key={sort} href={path + search} aria-current={sort === filter.sort ? 'true' : undefined}>
            {sortText(sort, t)}
          </a>
        ))}
      </p>
    </div>
  )
}

function sortText(sort: FilterView['sort'], t: Translate): string {
  if (sort === 'hours') return t('shop.sortHours')
  return sort === 'price' ? t('shop.sortPrice') : t('shop.sortNew')
}

function chipText(
  chip: FilterView['chosen'][number],
  filter: FilterView,
  t: Translate,
  locale: Locale,
): string {
  if (chip.kind === 'craft' || chip.kind === 'county') return chip.text
  if (chip.kind === 'price') return priceText(filter, t, locale)
  if (chip.value === 'stock') return t('shop.madeStockShort')
  return chip.value === 'made_to_order' ? t('shop.madeToOrder') : t('shop.madeOne')
}

function priceText({ minFen, maxFen }: FilterView, t: Translate, locale: Locale): string {
  const money = (fen: number) => formatFen(fen, 'shop', locale)
  if (minFen !== null && maxFen !== null)
    return t('shop.priceRange', { min: money(minFen), max: money(maxFen) })
  return minFen === null
    ? t('shop.priceAtMost', { max: money(maxFen ?? 0) })
    : t('shop.priceAtLeast', { min: money(minFen) })
}

function NextPage({ path, next, filter }: { path: string; next: string | null; filter: FilterView }) {
  const { t } = useTranslator()
  if (next === null && filter.isStart) return null
  return (
    <nav className="pager" aria-label={t('shop.pagerLabel')}>
      {filter.isStart ? null : (
        <a className="pager-step" href={path + filter.start}>
          {t('shop.firstPage')}
        </a>
      )}
      {next === null ? null : (
        <a className="pager-step" href={path + next} rel="next">
          {t('shop.nextPage')}
        </a>
      )}
    </nav>
  )
}

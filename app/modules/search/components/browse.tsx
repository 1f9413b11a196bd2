import { useRate } from '~/modules/rates/components/estimate'
import { KeptList } from '~/platform/http/kept-markup'
import type { Locale } from '~/platform/i18n/locale'
import type { MessageKey, Translate } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Chip } from '~/ui/facet'
import { formatFen } from '~/ui/format-fen'
import { Pager } from '~/ui/pager'
import { countText } from '../count-text'
import type { ChosenView, FilterView } from '../filter-view'
import type { Facets } from '../find-facets.server'
import type { Listing } from '../find-listing.server'
import type { Sort } from '../product-query'
import { choiceText } from './choice-text'
import { Filters } from './filters'
import { FoundNotes } from './found-notes'
import { useIsKept } from './marks'
import { NothingFound } from './nothing-found'
import { type CellPart, useCellPart } from './piece-cell'

type BrowseProps = {
  list: Listing
  /** the address of the list without its query */
  path: string
  /** the first thing on the page is a picture above the list, which has the network for itself */
  isBelowPicture?: boolean
}

/** Filters, the result bar, the vitrine, the way on; where no piece has the words, what comes near. All of it is drawn once for those who see the same prices and have marked the same of it. */
export function Browse({ list, path, isBelowPicture = false }: BrowseProps) {
  const part = useCellPart()
  const isKept = useIsKept()
  const rate = useRate()
  if (list.likely) return <NothingFound list={list} path={path} />
  const marked = list.pieces.flatMap(({ slug }) => (isKept(slug) ? [slug] : []))
  const cells = () =>
    list.pieces.map((piece, at) => part(piece, { isFirst: at < 2 && !isBelowPicture, headingLevel: 2 }))
  const whole = {
    of: [list, path, isBelowPicture, rate, marked],
    draw: () => <Browsed list={list} path={path} cells={cells()} />,
  }
  return <KeptList className="browse" name="browse" parts={[whole]} />
}

function Browsed({ list, path, cells }: { list: Listing; path: string; cells: readonly CellPart[] }) {
  const { t } = useTranslator()
  const { filter, facets } = list
  return (
    <>
      <Filters action={path} filter={filter} facets={facets} />
      <section>
        <ResultBar path={path} filter={filter} facets={facets} />
        <FoundNotes list={list} />
        {cells.length > 0 ? (
          <KeptList className="vitrine" name="cell" parts={cells} />
        ) : (
          <NothingFound list={list} path={path} />
        )}
        <Pager
          label={t('shop.pagerLabel')}
          first={filter.isStart ? null : { text: t('shop.firstPage'), href: path + filter.start }}
          next={list.next === null ? null : { text: t('shop.nextPage'), href: path + list.next }}
        />
      </section>
    </>
  )
}

function ResultBar({ path, filter, facets }: { path: string; filter: FilterView; facets: Facets }) {
  const { t, locale } = useTranslator()
  return (
    <div className="browse-bar">
      <p className="browse-count">
        <span>
          <b className="num">{countText(facets.total)}</b> {t('shop.countWord', { count: facets.total })}
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
            {t(sortTitle[sort])}
          </a>
        ))}
      </p>
    </div>
  )
}

const sortTitle = {
  best: 'shop.sortBest',
  new: 'shop.sortNew',
  price: 'shop.sortPrice',
  'price-down': 'shop.sortPriceDown',
  hours: 'shop.sortHours',
} as const satisfies Record<Sort, MessageKey>

function chipText(chip: ChosenView, filter: FilterView, t: Translate, locale: Locale): string {
  return chip.kind === 'price'
    ? priceText(filter, t, locale)
    : choiceText(chip.kind, chip.value, chip.text, t)
}

function priceText({ minFen, maxFen }: FilterView, t: Translate, locale: Locale): string {
  const money = (fen: number) => formatFen(fen, 'shop', locale)
  if (minFen !== null && maxFen !== null)
    return t('shop.priceRange', { min: money(minFen), max: money(maxFen) })
  return minFen === null
    ? t('shop.priceAtMost', { max: money(maxFen ?? 0) })
    : t('shop.priceAtLeast', { min: money(minFen) })
}

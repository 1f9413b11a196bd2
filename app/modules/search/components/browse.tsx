import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Chip } from '~/ui/facet'
import { countText, mostCounted } from '../count-text'
import type { FilterView } from '../filter-view'
import type { Facets } from '../find-facets.server'
import type { Listing } from '../find-listing.server'
import { pageSize, type Sort } from '../product-query'
import { choiceText } from './choice-text'
import { Filters } from './filters'
import { FoundNotes } from './found-notes'
import { ListPager } from './list-pager'
import { NothingFound } from './nothing-found'
import { usePriceText } from './price-text'
import { Vitrine } from './vitrine'

type BrowseProps = {
  list: Listing
  /** the address of the list without its query */
  path: string
  /** the first thing on the page is a picture above the list, which has the network for itself */
  isBelowPicture?: boolean
}

/** Filters, the result bar, the vitrine, the way on; where no piece has the words, what comes near. */
export function Browse({ list, path, isBelowPicture = false }: BrowseProps) {
  const { filter, facets, pieces, likely } = list
  if (likely) return <NothingFound list={list} path={path} />
  return (
    <div className="browse">
      <Filters action={path} filter={filter} facets={facets} />
      <section>
        <ResultBar path={path} filter={filter} facets={facets} />
        <FoundNotes list={list} />
        {pieces.length > 0 ? (
          <Vitrine
            pieces={pieces}
            className="vitrine"
            look={(at) => ({ isFirst: at < 2 && !isBelowPicture, headingLevel: 2 })}
          />
        ) : (
          <NothingFound list={list} path={path} />
        )}
        <ListPager
          page={list.page}
          pages={facets.total > mostCounted ? null : Math.ceil(facets.total / pageSize)}
          first={path + filter.start}
          previous={list.previous === null ? null : path + list.previous}
          next={list.next === null ? null : path + list.next}
        />
      </section>
    </div>
  )
}

function ResultBar({ path, filter, facets }: { path: string; filter: FilterView; facets: Facets }) {
  const { t } = useTranslator()
  const priceText = usePriceText()
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
            text={chip.kind === 'price' ? priceText(filter) : choiceText(chip.kind, chip.value, chip.text, t)}
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

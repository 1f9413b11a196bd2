import { useTranslator } from '~/platform/i18n/use-translator'
import { FacetPanel, RangeFacet } from '~/ui/facet'
import { Tick } from '~/ui/tick'
import type { FilterView } from '../filter-view'
import type { FacetChoice, Facets } from '../find-facets.server'
import { queryNames } from '../product-query'

type FiltersProps = {
  /** where the form leads: the list itself */
  action: string
  filter: FilterView
  facets: Facets
  /** false on a craft's own page */
  hasCrafts: boolean
  stockShipDays: number
}

/** The questions beside a list, as one plain form. */
export function Filters({ action, filter, facets, hasCrafts, stockShipDays }: FiltersProps) {
  const { t } = useTranslator()
  const modeTexts: Record<string, string> = {
    stock: t('shop.madeStock', { days: stockShipDays }),
    made_to_order: t('shop.madeToOrder'),
    one_of_a_kind: t('shop.madeOne'),
  }
  return (
    <FacetPanel
      action={action}
      title={t('shop.filters')}
      chosen={filter.chosen.length > 0 ? t('shop.filtersChosen', { count: filter.chosen.length }) : undefined}
      submit={t('shop.seeResults')}
    >
      {filter.q ? <input type="hidden" name={queryNames.q} value={filter.q} /> : null}
      {filter.sort === 'new' ? null : <input type="hidden" name={queryNames.sort} value={filter.sort} />}
      {hasCrafts ? (
        <Choices legend={t('shop.filterCraft')} name={queryNames.crafts} choices={facets.crafts} />
      ) : null}
      <Choices
        legend={t('shop.filterMade')}
        name={queryNames.modes}
        choices={facets.modes.map((choice) => ({ ...choice, text: modeTexts[choice.value] ?? choice.value }))}
      />
      <Choices legend={t('shop.filterCounty')} name={queryNames.counties} choices={facets.counties} />
      <RangeFacet
        legend={t('shop.filterPrice')}
        from={{ name: queryNames.min, label: t('shop.priceFrom'), value: filter.min }}
        to={{ name: queryNames.max, label: t('shop.priceTo'), value: filter.max }}
        between={t('shop.priceBetween')}
      />
    </FacetPanel>
  )
}

/** One question. A choice that would show nothing is disabled, not hidden; numbers stand only where they were counted. */
function Choices({
  legend,
  name,
  choices,
}: {
  legend: string
  name: string
  choices: readonly FacetChoice[]
}) {
  return (
    <fieldset className="facet">
      <legend className="facet-legend">{legend}</legend>
      {choices.map((choice) => (
        <Tick
          key={choice.value}
          type="checkbox"
          name={name}
          value={choice.value}
          count={choice.count ?? undefined}
          defaultChecked={choice.isChosen}
          disabled={choice.count === 0 && !choice.isChosen}
        >
          {choice.text}
        </Tick>
      ))}
    </fieldset>
  )
}

import { useLocation } from '@remix-run/react'
import { useRate } from '~/modules/rates/components/estimate'
import { Kept } from '~/platform/http/kept-markup'
import { useTranslator } from '~/platform/i18n/use-translator'
import { FacetPanel, FoldFacet, type OfferedRange, RangeFacet } from '~/ui/facet'
import { countText } from '../count-text'
import type { FilterView } from '../filter-view'
import type { FacetChoice, Facets, PlaceChoice } from '../find-facets.server'
import { type FacetGroup, queryNames } from '../product-query'
import { refusedPrices } from '../refused-prices'
import { choiceText, questionTitle } from './choice-text'
import { priceWords } from './price-text'
import { ticksMarkup } from './ticks-markup'

type FiltersProps = {
  /** where the form leads: the list itself */
  action: string
  filter: FilterView
  facets: Facets
}

const folded = ['occasion', 'colour', 'material'] as const satisfies readonly FacetGroup[]

/** The questions beside a list, as one plain form. */
export function Filters({ action, filter, facets }: FiltersProps) {
  const { t, locale } = useTranslator()
  const refused = refusedPrices(useLocation().search)
  const isRefused = refused.min !== '' || refused.max !== ''
  const typed = { min: refused.min || filter.min, max: refused.max || filter.max, isRefused }
  const rate = useRate()
  const prices = filter.bands.map(({ count, isChosen, value, ...limits }) => {
    const { price, estimate } = priceWords(limits, locale, rate)
    return { text: price, note: estimate, count: countText(count), value, isChosen, isEmpty: count === 0 }
  })
  return (
    <FacetPanel
      action={action}
      title={t('shop.filters')}
      chosen={filter.chosen.length > 0 ? t('shop.filtersChosen', { count: filter.chosen.length }) : undefined}
      submit={t('shop.seeResults')}
      isOpen={isRefused}
    >
      {filter.q ? <input type="hidden" name={queryNames.q} value={filter.q} /> : null}
      {filter.sort === 'best' ? null : <input type="hidden" name={queryNames.sort} value={filter.sort} />}
      <Kept
        name="questions"
        of={[typed, prices, facets]}
        draw={() => <Questions typed={typed} prices={prices} facets={facets} />}
      />
    </FacetPanel>
  )
}

type QuestionsProps = {
  typed: { min: string; max: string; isRefused: boolean }
  prices: readonly OfferedRange[]
  facets: Facets
}

function Questions({ typed, prices, facets: { choices, places, stockShipDays } }: QuestionsProps) {
  const { t } = useTranslator()
  return (
    <>
      {choices.craft.length > 0 ? (
        <Question legend={t(questionTitle.craft)}>
          <Choices group="craft" choices={choices.craft} />
        </Question>
      ) : null}
      <Question legend={t(questionTitle.made)}>
        <Choices
          group="made"
          choices={choices.made}
          wordsOf={(value) => (value === 'ready' ? t('shop.madeReady', { days: stockShipDays }) : null)}
        />
      </Question>
      <RangeFacet
        legend={t('shop.filterPrice')}
        name={queryNames.band}
        offered={prices}
        remove={t('shop.remove')}
        from={{ name: queryNames.min, label: t('shop.priceFrom'), value: typed.min }}
        to={{ name: queryNames.max, label: t('shop.priceTo'), value: typed.max }}
        between={t('shop.priceBetween')}
        fault={typed.isRefused ? t('shop.priceNoNumber') : undefined}
      />
      <Question legend={t('shop.filterOnly')}>
        <Choices group="one" choices={choices.one} />
        <Choices group="abroad" choices={choices.abroad} />
      </Question>
      <FoldFacet legend={t(questionTitle.place)} isOpen={places.some((place) => place.isChosen)}>
        <Places places={places} />
      </FoldFacet>
      {folded.map((group) => (
        <FoldFacet
          key={group}
          legend={t(questionTitle[group])}
          isOpen={choices[group].some((choice) => choice.isChosen)}
        >
          <Choices group={group} choices={choices[group]} />
        </FoldFacet>
      ))}
    </>
  )
}

function Question({ legend, children }: { legend: string; children: React.ReactNode }) {
  return (
    <fieldset className="facet">
      <legend className="facet-legend">{legend}</legend>
      {children}
    </fieldset>
  )
}

type ChoicesProps = {
  group: FacetGroup
  choices: readonly FacetChoice[]
  /** words for an answer that says more here than on its chip */
  wordsOf?: (value: string) => string | null
  isInner?: boolean
}

/** The answers to one question. */
function Choices({ group, choices, wordsOf, isInner = false }: ChoicesProps) {
  const { t } = useTranslator()
  const ticks = ticksMarkup(
    group,
    choices,
    ({ value, text }) => wordsOf?.(value) ?? choiceText(group, value, text, t),
  )
  // biome-ignore lint/security/noDangerouslySetInnerHtml: every word in it is escaped
  return <div className={isInner ? 'tick-inner' : undefined} dangerouslySetInnerHTML={{ __html: ticks }} />
}

/** Places where something is made: cities, their counties, and the towns of a county that was chosen. */
function Places({ places }: { places: readonly PlaceChoice[] }) {
  const shown = places.filter((place) => place.count > 0 || place.isChosen)
  const top = shown.filter((place) => place.level === 'city')
  const inner = (city: PlaceChoice) =>
    shown.filter((place) => place.level !== 'city' && place.parents.includes(city.value))
  return (
    <>
      {top.map((city) => (
        <div key={city.value}>
          <Choices group="place" choices={[city]} />
          <Choices group="place" choices={inner(city)} isInner />
        </div>
      ))}
    </>
  )
}

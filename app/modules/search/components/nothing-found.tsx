import { paths } from '~/paths'
import type { Translate } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { EmptyState } from '~/ui/empty-state'
import { countText } from '../count-text'
import type { FilterView } from '../filter-view'
import type { Listing } from '../find-listing.server'
import { questionTitle } from './choice-text'
import { FoundNotes, LinkLine } from './found-notes'

/** An empty list: why, which single condition stands in the way, and the crafts. */
export function NothingFound({ list, path }: { list: Listing; path: string }) {
  const { filter, facets } = list
  const { t, href } = useTranslator()
  return (
    <div className="mt-9">
      <EmptyState
        {...emptyWords(filter, t)}
        action={{ text: t('shop.emptyAction'), href: href(paths.search()) }}
      />
      <div className="mt-5">
        {list.likely ? <FoundNotes list={list} /> : null}
        <LinkLine
          title={t('shop.waysOut')}
          links={filter.waysOut.map(({ kind, count, search }) => ({
            text:
              kind === 'price'
                ? t('shop.wayOutPrice', { count: countText(count) })
                : t('shop.wayOut', {
                    question: t(questionTitle[kind]).toLowerCase(),
                    count: countText(count),
                  }),
            href: path + search,
          }))}
        />
        <LinkLine
          title={t('shop.otherCrafts')}
          links={facets.choices.craft.map(({ value, text }) => ({
            text,
            href: href(paths.craft({ craft: value })),
          }))}
        />
      </div>
    </div>
  )
}

/** Where the one condition is not in the way, the words find nothing by themselves. */
function emptyWords({ q, chosen, waysOut }: FilterView, t: Translate): { title: string; text: string } {
  const [kind, ...others] = new Set(chosen.map((one) => one.kind))
  const isForWords = q !== '' && others.length === 0 && waysOut.length === 0
  if (kind && !isForWords) return { title: t('shop.emptyFiltersTitle'), text: t('shop.emptyFiltersText') }
  if (q) return { title: t('shop.emptySearchTitle', { q }), text: t('shop.emptySearchText') }
  return { title: t('shop.emptyShopTitle'), text: t('shop.emptyShopText') }
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { Browse } from '~/modules/search/components/browse'
import { PageProblem } from '~/modules/search/components/page-problem'
import { SearchForm } from '~/modules/search/components/search-form'
import { filterView } from '~/modules/search/filter-view'
import { findFacets } from '~/modules/search/find-facets.server'
import { findProducts } from '~/modules/search/find-products.server'
import { pageHead } from '~/modules/search/page-head.server'
import { pageMeta } from '~/modules/search/page-meta'
import { readProductQuery } from '~/modules/search/product-query'
import { readSetting } from '~/modules/settings/read-setting.server'
import { paths } from '~/paths'
import { requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Crumbs } from '~/ui/crumbs'

export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const locale = requestLocale(request)
  const t = translator(locale)
  const url = new URL(request.url)
  const query = readProductQuery(url.searchParams)
  const [page, facets, stockShipDays] = await Promise.all([
    findProducts(query, locale),
    findFacets(query, locale),
    readSetting('orders.stockShipDays'),
  ])
  const title = query.q ? t('shop.searchTitleFor', { q: query.q }) : t('shop.searchTitle')
  return {
    ...page,
    facets,
    stockShipDays,
    filter: filterView(query, facets),
    title,
    isHidden: url.search !== '',
    head: pageHead(request, {
      title: `${title} · ${t('common.brand')}`,
      description: t('shop.searchDescription'),
      picture: page.pieces[0]?.picture,
    }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) =>
  pageMeta(data?.head, page, { isHidden: data?.isHidden })

export default function Search() {
  const { title, ...list } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  return (
    <div className="wrap">
      <Crumbs
        label={t('shop.crumbsLabel')}
        trail={[{ text: t('common.home'), href: href(paths.home()) }]}
        here={t('shop.searchTitle')}
      />
      <header className="page-head">
        <h1>{title}</h1>
        <div className="md:max-w-[36rem]">
          <SearchForm q={list.filter.q} />
        </div>
      </header>
      <Browse {...list} path={href(paths.search())} hasCrafts everything={href(paths.search())} />
    </div>
  )
}

export function ErrorBoundary() {
  return <PageProblem />
}

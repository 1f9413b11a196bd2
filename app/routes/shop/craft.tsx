import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { getCraft } from '~/modules/catalog/get-craft.server'
import { Browse } from '~/modules/search/components/browse'
import { PageProblem } from '~/modules/search/components/page-problem'
import { filterView } from '~/modules/search/filter-view'
import { findFacets } from '~/modules/search/find-facets.server'
import { findProducts } from '~/modules/search/find-products.server'
import { pageHead } from '~/modules/search/page-head.server'
import { pageMeta } from '~/modules/search/page-meta'
import { readProductQuery } from '~/modules/search/product-query'
import { readSetting } from '~/modules/settings/read-setting.server'
import { CraftParams, paths } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Crumbs } from '~/ui/crumbs'
import { Photo } from '~/ui/photo'

export async function loader({ request, params }: LoaderFunctionArgs) {
  allowAnyone(request)
  const { craft: code } = parseParams(params, CraftParams)
  const locale = requestLocale(request)
  const url = new URL(request.url)
  const query = { ...readProductQuery(url.searchParams), crafts: [] }
  return answer(request, async () => {
    const [craft, page, facets, stockShipDays] = await Promise.all([
      getCraft(code, locale),
      findProducts(query, locale, code),
      findFacets(query, locale, code),
      readSetting('orders.stockShipDays'),
    ])
    const head = pageHead(request, {
      title: translator(locale)('shop.craftTitle', { craft: craft.name }),
      description: craft.sentence,
      picture: craft.picture,
    })
    return {
      ...page,
      craft,
      facets,
      stockShipDays,
      filter: filterView(query, facets),
      isHidden: url.search !== '',
      head,
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) =>
  pageMeta(data?.head, page, { isHidden: data?.isHidden })

export default function Craft() {
  const { craft, ...list } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  return (
    <div className="wrap">
      <Crumbs
        label={t('shop.crumbsLabel')}
        trail={[
          { text: t('common.home'), href: href(paths.home()) },
          { text: t('shop.navCrafts'), href: href(paths.search()) },
        ]}
        here={craft.name}
      />
      <header className="craft-head md:grid-cols-[minmax(12.5rem,max-content)_minmax(0,1fr)] lg:grid-cols-[minmax(14.5rem,max-content)_minmax(0,1fr)]">
        <div className="craft-band">
          <Photo photo={craft.picture} sizes="100vw" alt="" eager />
        </div>
        <h1>{craft.name}</h1>
        <p>{craft.sentence}</p>
      </header>
      <Browse
        {...list}
        path={href(paths.craft({ craft: craft.code }))}
        hasCrafts={false}
        everything={href(paths.search())}
      />
    </div>
  )
}

export function ErrorBoundary() {
  return <PageProblem />
}

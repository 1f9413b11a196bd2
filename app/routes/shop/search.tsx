import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { limitSearches } from '~/modules/limits/limit-request.server'
import { Browse } from '~/modules/search/components/browse'
import { LikelySection } from '~/modules/search/components/likely-section'
import { PageProblem } from '~/modules/search/components/page-problem'
import { SearchForm } from '~/modules/search/components/search-form'
import { findListing } from '~/modules/search/find-listing.server'
import { pageHead } from '~/modules/search/page-head.server'
import { pageMeta } from '~/modules/search/page-meta'
import { writeProductQuery } from '~/modules/search/product-query'
import { readListQuery } from '~/modules/search/read-list-query.server'
import { shorten } from '~/modules/search/shorten'
import { paths } from '~/paths'
import { asIs } from '~/platform/http/as-is'
import { requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Crumbs } from '~/ui/crumbs'
import { WholeWords } from '~/ui/whole-words'

/** characters of what she looks for: the whole stands in the field below */
const longestTitle = 40

export async function loader({ request, context }: LoaderFunctionArgs) {
  allowAnyone(request)
  await limitSearches(request, context)
  const locale = requestLocale(request)
  const t = translator(locale)
  const query = await readListQuery(new URL(request.url))
  const list = await findListing(query, { locale })
  const title = query.q
    ? t('shop.searchTitleFor', { q: shorten(query.q, longestTitle) })
    : t('shop.searchTitle')
  return asIs({
    list,
    title,
    isHidden: writeProductQuery(query, query) !== '',
    head: pageHead(request, {
      title: `${title} · ${t('common.brand')}`,
      description: t('shop.searchDescription'),
      picture: list.pieces.find(({ isByConsent }) => !isByConsent)?.picture,
    }),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) =>
  pageMeta(data?.head, page, { isHidden: data?.isHidden })

export default function Search() {
  const { title, list } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  return (
    <>
      <div className="wrap">
        <Crumbs
          label={t('shop.crumbsLabel')}
          trail={[{ text: t('common.home'), href: href(paths.home()) }]}
          here={t('shop.searchTitle')}
        />
        <header className="page-head">
          <h1>
            <WholeWords text={title} />
          </h1>
          <div className="md:max-w-[36rem]">
            <SearchForm q={list.filter.q} />
          </div>
        </header>
        <Browse list={list} path={href(paths.search())} />
      </div>
      {list.likely ? <LikelySection {...list.likely} /> : null}
    </>
  )
}

export function ErrorBoundary() {
  return <PageProblem />
}
